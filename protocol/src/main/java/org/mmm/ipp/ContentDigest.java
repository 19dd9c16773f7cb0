package org.mmm.ipp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/** The digest of a body, as it stands in Content-Digest (RFC 9530): SHA-256. */
public final class ContentDigest {
  public static final String FIELD = "content-digest";
  private static final String SHA_256 = "sha-256";

  private ContentDigest() {}

  public static String of(byte[] body) {
    return Dictionary.valueOf(Map.of(SHA_256, ByteSequenceItem.valueOf(sha256(body)))).serialize();
  }

  /**
   * @throws SignatureException if the field has no SHA-256, or another one than the body's
   */
  public static void check(@Nullable String field, byte[] body) throws SignatureException {
    if (field == null) throw new SignatureException("Content-Digest is missing");
    @Nullable ListElement<?> said;
    try {
      said = Parser.parseDictionary(field).get().get(SHA_256);
    } catch (IllegalArgumentException e) {
      throw new SignatureException("Content-Digest is not understood: " + field);
    }
    if (!(said instanceof ByteSequenceItem bytes)) {
      throw new SignatureException("Content-Digest has no " + SHA_256);
    }
    if (!bytes.get().duplicate().rewind().equals(ByteBuffer.wrap(sha256(body)))) {
      throw new SignatureException("Content-Digest is not that of the body");
    }
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not to be had from this Java runtime", e);
    }
  }
}
