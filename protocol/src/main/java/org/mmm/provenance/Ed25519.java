package org.mmm.provenance;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Signatures of RFC 8032, and their public keys as RFC 8037 writes them. */
public final class Ed25519 {
  private static final String NAME = "Ed25519";
  private static final int BYTES = 32;

  private Ed25519() {}

  /** Signs those bytes: 64 bytes, the same for the same key and bytes. */
  public static byte[] sign(byte[] what, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(what);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is not to be had from this Java runtime", e);
    }
  }

  /** Whether that key has signed those bytes so. */
  public static boolean verify(byte[] what, byte[] signature, PublicKey key) {
    try {
      Signature ed25519 = Signature.getInstance(NAME);
      ed25519.initVerify(key);
      ed25519.update(what);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // no signature of this kind of key
    }
  }

  /** The key as it stands in a JWK: y, little endian, with the sign of x in the last bit. */
  public static String text(PublicKey key) {
    EdECPoint point = ((EdECPublicKey) key).getPoint();
    byte[] big = point.getY().toByteArray();
    byte[] raw = new byte[BYTES];
    for (int i = 0; i < Math.min(BYTES, big.length); i++) raw[i] = big[big.length - 1 - i];
    if (point.isXOdd()) raw[BYTES - 1] |= (byte) 0x80;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }

  /**
   * The key that stands so in a JWK.
   *
   * @throws IllegalArgumentException if it is no such key
   */
  public static PublicKey key(String text) {
    byte[] raw = Base64.getUrlDecoder().decode(text);
    if (raw.length != BYTES) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, had " + raw.length);
    }
    boolean odd = (raw[BYTES - 1] & 0x80) != 0;
    raw[BYTES - 1] &= 0x7f;
    byte[] big = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) big[i] = raw[BYTES - 1 - i];
    try {
      return KeyFactory.getInstance(NAME)
          .generatePublic(
              new EdECPublicKeySpec(
                  NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, big))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 key: " + text, e);
    }
  }
}
