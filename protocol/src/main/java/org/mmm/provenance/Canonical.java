package org.mmm.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * JSON as it is signed: no white space, the names of each object in the order of their UTF-16 code
 * units, strings and numbers as they stand. For what has no fractions and no exponents that is RFC
 * 8785.
 */
final class Canonical {
  private Canonical() {}

  static byte[] bytes(JsonNode json) {
    StringBuilder text = new StringBuilder();
    write(json, text);
    return text.toString().getBytes(UTF_8);
  }

  /** SHA-256 of it, as RFC 9530 writes a digest. */
  static String digest(JsonNode json) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(json));
      return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static void write(JsonNode json, StringBuilder text) {
    if (json.isObject()) {
      List<String> names = new ArrayList<>();
      json.fieldNames().forEachRemaining(names::add);
      Collections.sort(names);
      text.append('{');
      for (int i = 0; i < names.size(); i++) {
        if (i > 0) text.append(',');
        text.append(com.fasterxml.jackson.databind.node.TextNode.valueOf(names.get(i)));
        text.append(':');
        write(json.get(names.get(i)), text);
      }
      text.append('}');
    } else if (json.isArray()) {
      text.append('[');
      for (int i = 0; i < json.size(); i++) {
        if (i > 0) text.append(',');
        write(json.get(i), text);
      }
      text.append(']');
    } else {
      text.append(json);
    }
  }
}
