package org.mmm.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;
import org.mmm.provenance.Ed25519;

/**
 * Verifies the signature of an HTTP message (RFC 9421, section 3.2): that it is there once, that it
 * covers what it must, that it is of now, and that the key made it. Whether its nonce was seen
 * before is for who keeps nonces.
 *
 * @param mustCover components that have to be signed
 * @param tag for what it has to be signed
 * @param longest seconds from created to expires, at most
 * @param skew seconds by which the clocks of two M-Instances may differ
 */
public record MessageVerifier(List<String> mustCover, String tag, long longest, long skew) {
  public MessageVerifier {
    mustCover = List.copyOf(mustCover);
  }

  /** The key of that name that is valid now; null if there is none. */
  public interface Keys {
    @Nullable PublicKey key(String keyId);
  }

  /**
   * @param now seconds since 1970
   * @return under what terms it was signed
   * @throws SignatureException if it is not signed as it must be
   */
  public SignatureTerms verify(HttpParts message, Keys keys, long now) throws SignatureException {
    if (!(one(message, MessageSigner.INPUT) instanceof InnerList input)) {
      throw new SignatureException("Signature-Input has no list of components");
    }
    if (!(one(message, MessageSigner.SIGNATURE) instanceof ByteSequenceItem signature)) {
      throw new SignatureException("Signature is no byte sequence");
    }
    SignatureTerms terms = SignatureTerms.of(input);
    List<String> missing = new ArrayList<>(mustCover);
    missing.removeAll(terms.components());
    if (!missing.isEmpty()) {
      throw new SignatureException("the signature does not cover " + String.join(", ", missing));
    }
    if (!terms.tag().equals(tag)) {
      throw new SignatureException("the tag must be " + tag + ", was " + terms.tag());
    }
    checkTimes(terms, now);
    PublicKey key = keys.key(terms.keyId());
    if (key == null) throw new SignatureException("no key " + terms.keyId() + " is valid now");
    if (!isOf(key, SignatureBase.of(message, input), signature.get())) {
      throw new SignatureException("the signature is not that of key " + terms.keyId());
    }
    return terms;
  }

  private void checkTimes(SignatureTerms terms, long now) throws SignatureException {
    if (terms.expires() <= terms.created() || terms.expires() - terms.created() > longest) {
      throw new SignatureException(
          "a signature is good for 1 to "
              + longest
              + " s, this one for "
              + (terms.expires() - terms.created()));
    }
    if (terms.created() > now + skew) {
      throw new SignatureException(
          "signed " + (terms.created() - now) + " s in the future: compare the clocks");
    }
    if (terms.expires() + skew < now) {
      throw new SignatureException("the signature ran out " + (now - terms.expires()) + " s ago");
    }
  }

  /** What the field has under our label, and nothing beside it. */
  private static ListElement<?> one(HttpParts message, String field) throws SignatureException {
    String value = message.fields().get(field);
    if (value == null) throw new SignatureException("the field " + field + " is missing");
    Map<String, ListElement<?>> all;
    try {
      all = Parser.parseDictionary(value).get();
    } catch (IllegalArgumentException e) {
      throw new SignatureException("the field " + field + " is not understood");
    }
    ListElement<?> one = all.get(MessageSigner.LABEL);
    if (one == null || all.size() != 1) {
      throw new SignatureException(
          "the field " + field + " must have one entry, " + MessageSigner.LABEL);
    }
    return one;
  }

  private static boolean isOf(PublicKey key, String base, ByteBuffer signature) {
    byte[] bytes = new byte[signature.remaining()];
    signature.duplicate().get(bytes);
    return Ed25519.verify(base.getBytes(UTF_8), bytes, key);
  }
}
