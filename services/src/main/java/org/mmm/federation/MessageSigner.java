package org.mmm.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;

/** Signs HTTP messages with Ed25519 (RFC 9421, section 3.1). */
final class MessageSigner {
  /** The one signature that messages between M-Instances bear. */
  static final String LABEL = "mmm";

  static final String INPUT = "signature-input";
  static final String SIGNATURE = "signature";

  private MessageSigner() {}

  /**
   * The message with its signature.
   *
   * @throws SignatureException if it has not what is to be signed
   */
  static HttpParts sign(HttpParts message, SignatureTerms terms, PrivateKey key)
      throws SignatureException {
    InnerList input = terms.input();
    byte[] signature = sign(SignatureBase.of(message, input), key);
    return message
        .with(INPUT, Dictionary.valueOf(Map.of(LABEL, input)).serialize())
        .with(
            SIGNATURE,
            Dictionary.valueOf(Map.of(LABEL, ByteSequenceItem.valueOf(signature))).serialize());
  }

  private static byte[] sign(String base, PrivateKey key) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(key);
      ed25519.update(base.getBytes(UTF_8));
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is not to be had from this Java runtime", e);
    }
  }
}
