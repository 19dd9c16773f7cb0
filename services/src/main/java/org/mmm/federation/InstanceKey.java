package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

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
  private static final int BYTES = 32;

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

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kid", id)
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(raw()))
        .put("nbf", from)
        .put("exp", until);
  }

  /**
   * @throws IllegalArgumentException if it is no such key
   */
  static InstanceKey of(JsonNode jwk) {
    if (!jwk.path("kty").asText().equals("OKP") || !jwk.path("crv").asText().equals("Ed25519")) {
      throw new IllegalArgumentException("a key must have kty OKP and crv Ed25519");
    }
    return new InstanceKey(
        jwk.path("kid").asText(),
        key(jwk.path("x").asText()),
        jwk.path("nbf").asLong(),
        jwk.path("exp").asLong());
  }

  /** As RFC 8032 writes a point: y, little endian, and the sign of x in the last bit. */
  private byte[] raw() {
    EdECPoint point = ((EdECPublicKey) key).getPoint();
    byte[] big = point.getY().toByteArray();
    byte[] raw = new byte[BYTES];
    for (int i = 0; i < Math.min(BYTES, big.length); i++) raw[i] = big[big.length - 1 - i];
    if (point.isXOdd()) raw[BYTES - 1] |= (byte) 0x80;
    return raw;
  }

  private static PublicKey key(String base64) {
    byte[] raw = Base64.getUrlDecoder().decode(base64);
    if (raw.length != BYTES) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, had " + raw.length);
    }
    boolean odd = (raw[BYTES - 1] & 0x80) != 0;
    raw[BYTES - 1] &= 0x7f;
    byte[] big = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) big[i] = raw[BYTES - 1 - i];
    var point = new EdECPoint(odd, new BigInteger(1, big));
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 key: " + base64, e);
    }
  }
}
