package org.mmm.ipp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import org.mmm.provenance.Ed25519;

/**
 * A key by which an M-Instance is known, as it publishes it: a JWK of RFC 8037 with the time in
 * which it is valid.
 *
 * @param id its name, unique with the M-Instance
 * @param key Ed25519
 * @param from seconds since 1970
 * @param until seconds since 1970; afterwards nothing that it signs is taken
 */
public record InstanceKey(String id, PublicKey key, long from, long until) {
  public InstanceKey {
    if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "a key is named with 1 to 64 letters, digits, dots, hyphens and underscores, was \""
              + id
              + "\"");
    }
    if (from >= until) throw new IllegalArgumentException("key " + id + " is never valid");
  }

  public boolean validAt(long seconds) {
    return from <= seconds && seconds < until;
  }

  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kid", id)
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("x", Ed25519.text(key))
        .put("nbf", from)
        .put("exp", until);
  }

  /**
   * @throws IllegalArgumentException if it is no such key
   */
  public static InstanceKey of(JsonNode jwk) {
    if (!jwk.path("kty").asText().equals("OKP") || !jwk.path("crv").asText().equals("Ed25519")) {
      throw new IllegalArgumentException("a key must have kty OKP and crv Ed25519");
    }
    return new InstanceKey(
        jwk.path("kid").asText(),
        Ed25519.key(jwk.path("x").asText()),
        jwk.path("nbf").asLong(),
        jwk.path("exp").asLong());
  }
}
