package org.mmm.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What holds for blobs in whatever store. */
final class BlobRules {
  private BlobRules() {}

  /**
   * Checks what is to be stored.
   *
   * @throws IllegalArgumentException if it is too large, or the Item has no name or a long one
   */
  static void check(byte[] bytes, String item, long maxSize) {
    if (bytes.length > maxSize) {
      throw new IllegalArgumentException(
          "Item data must have at most "
              + maxSize
              + " bytes (mmm.journal.max-blob-size), had "
              + bytes.length);
    }
    if (item.isEmpty() || item.length() > 1024) {
      throw new IllegalArgumentException(
          "item must have 1 to 1024 characters, had " + item.length());
    }
  }

  /** The name of these bytes. */
  static BlobRef ref(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new BlobRef(HexFormat.of().formatHex(hash), bytes.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not to be had from this Java runtime", e);
    }
  }
}
