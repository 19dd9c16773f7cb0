package org.mmm.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.MessageVerifier;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.Terms;

/**
 * What an M-Instance has answered.
 *
 * @param request what it answers
 * @param status of HTTP
 * @param fields by their names in lower case
 * @param bytes the body, cut after 1 MiB
 */
public record PeerAnswer(HttpParts request, int status, Map<String, String> fields, byte[] bytes) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SKEW_SECONDS = 30;

  public PeerAnswer {
    fields = Map.copyOf(fields);
  }

  public String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The body, missing if it is no JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** Whether it says that the Process Action was performed. */
  public boolean acknowledged() {
    return !json().findValues("Ack").isEmpty() && json().findValue("Error") == null;
  }

  /** Whether it bears a signature, of whomever. */
  public boolean signed() {
    return fields.containsKey("signature");
  }

  /**
   * Whether it is signed as it must be, for that very request.
   *
   * @param signer what the M-Instance publishes of itself
   * @return null if it is; else what is wrong
   */
  public @Nullable String fault(InstanceDocument signer) {
    long now = Instant.now().getEpochSecond();
    try {
      new MessageVerifier(Terms.OF_ANSWER, Terms.ANSWER, Terms.LONGEST, SKEW_SECONDS)
          .verify(
              HttpParts.response(status, fields, request),
              id -> signer.key(id, now).map(InstanceKey::key).orElse(null),
              now);
      ContentDigest.check(fields.get(ContentDigest.FIELD), bytes);
      return null;
    } catch (SignatureException e) {
      return e.getMessage();
    }
  }
}
