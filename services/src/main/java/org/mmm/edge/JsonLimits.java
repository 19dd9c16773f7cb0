package org.mmm.edge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads JSON from strangers: bounded in depth and length, nothing said twice, nothing after it. */
public final class JsonLimits {
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_NUMBER = 100;

  private final JsonMapper mapper;

  JsonLimits(EdgeSettings settings) {
    var limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(settings.depthAtMost())
            .maxStringLength(settings.bodyAtMost())
            .maxNameLength(LONGEST_NAME)
            .maxNumberLength(LONGEST_NUMBER)
            .build();
    mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
  }

  ObjectNode object(byte[] body) {
    if (body.length == 0) throw Refusal.syntax("the body is empty; it must be one JSON object");
    try {
      JsonNode read = mapper.readTree(body);
      if (read instanceof ObjectNode object) return object;
      throw Refusal.syntax("the body must be one JSON object");
    } catch (JsonProcessingException e) {
      throw Refusal.syntax("the body is no JSON within the limits" + where(e));
    } catch (IOException e) {
      throw Refusal.syntax("the body is no text in UTF-8");
    }
  }

  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    String why = e.getOriginalMessage();
    int end = why.indexOf('\n');
    return place + ": " + (end < 0 ? why : why.substring(0, end));
  }
}
