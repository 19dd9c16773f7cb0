package org.mmm.journal;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;

/**
 * An event as JSON, without knowing what it means: so it reads those of any version, and what is
 * sealed for an Account stays sealed.
 */
final class EventText {
  private final ObjectMapper cbor;

  EventText(SerializationSettings settings) {
    this.cbor =
        new ObjectMapper(
            CBORFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(settings.maxDepth())
                        .maxDocumentLength(settings.maxSnapshotBytes())
                        .build())
                .build());
  }

  /** What stands there; a text that says so if it is no CBOR. */
  JsonNode of(byte[] payload) {
    try {
      return cbor.readTree(payload);
    } catch (IOException e) {
      return JsonNodeFactory.instance.textNode("cannot be read: " + payload.length + " bytes");
    }
  }
}
