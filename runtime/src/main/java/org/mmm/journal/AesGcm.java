package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under one key (NIST SP 800-38D). Sealed bytes are nonce (12), ciphertext, tag (16).
 * Nonces are random, which is safe for 2^32 values under one key: far more than one Account ever
 * writes.
 */
final class AesGcm {
  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  AesGcm(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  static SecretKey newKey(SecureRandom random) {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return key(bytes);
  }

  static SecretKey key(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key must have " + KEY_BYTES + " bytes, had " + bytes.length);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /**
   * @param context bound to the result: it opens only with the same context, so it cannot be passed
   *     off as another's
   */
  byte[] seal(byte[] plain, String context) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is not to be had from this Java runtime", e);
    }
  }

  /**
   * @throws JournalException if these bytes were not sealed with this key and context, or were
   *     altered
   */
  byte[] open(byte[] sealed, String context) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new JournalException(
          "sealed text of " + context + " is cut short: restore a backup", null);
    }
    try {
      var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new JournalException(
          "sealed text of "
              + context
              + " does not open: it was altered, or sealed with another key",
          e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(UTF_8));
    return cipher;
  }
}
