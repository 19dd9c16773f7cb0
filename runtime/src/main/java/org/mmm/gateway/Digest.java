package org.mmm.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
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
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Digest() {}

  /** SHA-256, as base64url, of subject, verb and complements; the order of fields is no matter. */
  static String of(ProcessAction action) {
    ObjectNode whole = CANONICAL.createObjectNode();
    whole.put("source", action.source());
    whole.put("action", action.action().title());
    whole.set("complements", CANONICAL.<JsonNode>valueToTree(action.complements()));
    try {
      byte[] text = CANONICAL.writeValueAsBytes(whole);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
