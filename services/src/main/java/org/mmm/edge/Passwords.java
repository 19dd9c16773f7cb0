package org.mmm.edge;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;

/** What may be a password: long enough to guess badly, and nothing else is asked of it. */
final class Passwords {
  /** Register takes it here: base64 of its UTF-8. Never in the sentence, which is logged. */
  static final String HEADER = "MMM-Password";

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private Passwords() {}

  /** The password that goes along with a Register, if one does. */
  static Optional<String> with(Exchange in) {
    return in.header(HEADER).map(Passwords::decoded).map(Passwords::good);
  }

  /** A new password in the form that is hashed; refused without being repeated if it is none. */
  static String good(String password) {
    int characters = password.codePointCount(0, password.length());
    if (characters < SHORTEST || characters > LONGEST) {
      throw Refusal.syntax(
          "a password has "
              + SHORTEST
              + " to "
              + LONGEST
              + " characters, this one has "
              + characters);
    }
    return plain(password);
  }

  /** The same text, whatever keyboard it was typed on. */
  static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static String decoded(String header) {
    try {
      byte[] utf8 = Base64.getDecoder().decode(header);
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(utf8)).toString();
    } catch (IllegalArgumentException | CharacterCodingException garbled) {
      throw Refusal.syntax(HEADER + " must be the password in UTF-8, as base64");
    }
  }
}
