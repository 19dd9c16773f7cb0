package org.mmm.journal;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Names Item data by their content.
 *
 * @param hash SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param length how many bytes
 */
public record BlobRef(String hash, long length) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public BlobRef {
    requireNonNull(hash, "hash is missing");
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "hash must be 64 lower-case hexadecimal digits, was \"" + hash + "\"");
    }
    if (length < 0) {
      throw new IllegalArgumentException("length must not be negative, was " + length);
    }
  }
}
