package org.mmm.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/**
 * How records become CBOR: by property name, tolerant of properties that a later version added,
 * strict about all else.
 */
final class CborMapper {
  private CborMapper() {}

  /**
   * @param own modules of ours: references to actors, personal text
   */
  static ObjectMapper create(SerializationSettings settings, Module... own) {
    var format =
        CBORFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(settings.maxDepth())
                    .maxStringLength(settings.maxSnapshotBytes())
                    .maxDocumentLength(settings.maxSnapshotBytes())
                    .build())
            .streamWriteConstraints(
                StreamWriteConstraints.builder().maxNestingDepth(settings.maxDepth()).build())
            .build();
    return CBORMapper.builder(format)
        .addModules(new ParameterNamesModule(), new Jdk8Module(), new JavaTimeModule())
        .addModules(own)
        // Fields are added, never changed: an older program meets them in the answers and events of
        // a newer one.
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        // What is stored must not depend on the order in which the compiler lists the properties.
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES)
        .deactivateDefaultTyping()
        .serializationInclusion(JsonInclude.Include.NON_NULL)
        .build();
  }
}
