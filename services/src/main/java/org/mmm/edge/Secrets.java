package org.mmm.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that all nodes of an M-Instance share, in the file {@code secrets}: one line each,
 * {@code <id> <base64url of at least 32 bytes>}. The first line signs; those below still verify, so
 * a new key is put on top and the old one removed once its tokens have run out. The line {@code
 * derive} is never changed.
 */
final class Secrets {
  /** A key by its name. */
  private record Key(String id, byte[] bytes) {
    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  private static final String DERIVE = "derive";
  private static final int BYTES = 32;
  private static final int AT_MOST = 3;

  private final List<Key> signing;
  private final Key derive;

  private Secrets(List<Key> signing, Key derive) {
    this.signing = signing;
    this.derive = derive;
  }

  /**
   * Reads the file, and makes it at the first start.
   *
   * @param random gives that many random bytes
   */
  static Secrets open(Path file, IntFunction<byte[]> random) {
    return parse(
        file,
        PrivateFile.readOrMake(
            file,
            () ->
                "k1 "
                    + text(random.apply(BYTES))
                    + "\n"
                    + DERIVE
                    + " "
                    + text(random.apply(BYTES))));
  }

  private static Secrets parse(Path file, String text) {
    List<Key> signing = new ArrayList<>();
    Key derive = null;
    var ids = new HashSet<String>();
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      String[] parts = line.strip().split(" +");
      if (parts.length != 2 || !parts[0].matches("[a-z0-9]{1,16}") || !ids.add(parts[0])) {
        throw bad(file, "each line is an ID of its own and a key in base64url");
      }
      Key key = new Key(parts[0], bytes(file, parts[1]));
      if (key.id().equals(DERIVE)) derive = key;
      else signing.add(key);
    }
    if (derive == null || signing.isEmpty() || signing.size() > AT_MOST) {
      throw bad(file, "it must have 1 to " + AT_MOST + " keys and the line \"derive\"");
    }
    return new Secrets(List.copyOf(signing), derive);
  }

  /** The ID of the key that signs. */
  String signingId() {
    return signing.get(0).id();
  }

  /** The signature of that text by that key; empty if there is no such key. */
  Optional<String> sign(String keyId, String text) {
    return signing.stream()
        .filter(key -> key.id().equals(keyId))
        .findFirst()
        .map(key -> text(mac(key, text)));
  }

  /** Compares in a time that does not tell where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes that are the same for the same purpose and cause, and known to nobody else. */
  byte[] derived(String purpose, String cause) {
    return mac(derive, purpose.length() + ":" + purpose + cause);
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] mac(Key key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static byte[] bytes(Path file, String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length >= BYTES) return bytes;
    } catch (IllegalArgumentException notBase64) {
      // refused below
    }
    throw bad(file, "a key is base64url of at least " + BYTES + " bytes");
  }

  private static IllegalArgumentException bad(Path file, String rule) {
    return new IllegalArgumentException(
        file + ": " + rule + "; put a good copy there, or remove it, which ends all tokens");
  }
}
