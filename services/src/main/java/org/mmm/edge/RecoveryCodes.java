package org.mmm.edge;

import java.util.Locale;

/** The form of recovery codes. */
final class RecoveryCodes {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 24;

  private RecoveryCodes() {}

  /** The code for these random bytes (at least 15): 24 characters, in groups of six. */
  static String code(byte[] random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      if (i > 0 && i % 6 == 0) code.append('-');
      int bit = i * 5;
      int pair =
          (random[bit / 8] & 0xff) << 8
              | (bit / 8 + 1 < random.length ? random[bit / 8 + 1] & 0xff : 0);
      code.append(ALPHABET.charAt(pair >> (11 - bit % 8) & 31));
    }
    return code.toString();
  }

  /** What is hashed: people leave out the hyphens, and read an o for a 0. */
  static String plain(String code) {
    return code.toLowerCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }
}
