package org.mmm.ipp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * A key of one's own: what is published of it, and what signs.
 *
 * @param published what others know of it
 * @param secret never leaves the file of the keys; not part of {@link #toString}
 */
public record SigningKey(InstanceKey published, PrivateKey secret) {
  private static final String NAME = "Ed25519";

  /** A new one, of that name and validity in seconds since 1970. */
  public static SigningKey made(String id, long from, long until) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
      return new SigningKey(new InstanceKey(id, pair.getPublic(), from, until), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is not to be had from this Java runtime", e);
    }
  }

  /**
   * From a JWK with its private part.
   *
   * @throws IllegalArgumentException if it is no such key
   */
  public static SigningKey of(JsonNode jwk) {
    byte[] secret = Base64.getUrlDecoder().decode(jwk.path("d").asText());
    try {
      return new SigningKey(
          InstanceKey.of(jwk),
          KeyFactory.getInstance(NAME)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, secret)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a private key is no Ed25519 key", e);
    }
  }

  /** As a JWK with its private part: to be shown to nobody. */
  public ObjectNode secretJson() {
    byte[] raw = ((EdECPrivateKey) secret).getBytes().orElseThrow();
    return published.json().put("d", Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
  }

  /** The message, signed with this key. */
  public HttpParts sign(HttpParts message, SignatureTerms terms) throws SignatureException {
    return MessageSigner.sign(message, terms, secret);
  }

  @Override
  public String toString() {
    return "key " + published.id();
  }
}
