package org.mmm.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.mmm.pa.ProcessAction;

/** Tells two requests apart that come under the same key. */
final class Digest {
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Digest() {}

  /** SHA-256, as base64url, of subject, verb and complements; the order of fields is no matter. */
  static String of(ProcessAction action) {
    ObjectNode whole = CANONICAL.createObjectNode();
    whole.put("source", action.source());
    whole.put("action", action.action().title());
    JsonNode complements = CANONICAL.valueToTree(action.complements());
    whole.set("complements", complements);
    try {
      byte[] text = CANONICAL.writeValueAsBytes(CANONICAL.treeToValue(whole, Object.class));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
