package org.mmm.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.mmm.provenance.Ed25519;

/** Signs HTTP messages with Ed25519 (RFC 9421, section 3.1). */
public final class MessageSigner {
  /** The one signature that messages between M-Instances bear. */
  public static final String LABEL = "mmm";

  public static final String INPUT = "signature-input";
  public static final String SIGNATURE = "signature";

  private MessageSigner() {}

  /**
   * The message with its signature.
   *
   * @throws SignatureException if it has not what is to be signed
   */
  public static HttpParts sign(HttpParts message, SignatureTerms terms, PrivateKey key)
      throws SignatureException {
    InnerList input = terms.input();
    byte[] signature = Ed25519.sign(SignatureBase.of(message, input).getBytes(UTF_8), key);
    return message
        .with(INPUT, Dictionary.valueOf(Map.of(LABEL, input)).serialize())
        .with(
            SIGNATURE,
            Dictionary.valueOf(Map.of(LABEL, ByteSequenceItem.valueOf(signature))).serialize());
  }
}
