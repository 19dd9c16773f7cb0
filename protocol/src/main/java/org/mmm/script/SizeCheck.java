package org.mmm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses what is too large before anything is read. */
final class SizeCheck {
  private SizeCheck() {}

  static List<ScriptError> errors(String source) {
    int bytes = ScriptLimits.utf8Length(source, 0, source.length());
    if (bytes > ScriptLimits.FILE_BYTES) {
      return List.of(
          tooLarge(1, "the script has " + bytes, ScriptLimits.FILE_BYTES, "split it into files"));
    }
    List<ScriptError> errors = new ArrayList<>();
    int line = 1;
    for (int from = 0; from < source.length() && errors.size() < ScriptLimits.ERRORS; line++) {
      int end = source.indexOf('\n', from);
      end = end < 0 ? source.length() : end;
      int length = ScriptLimits.utf8Length(source, from, end);
      if (length > ScriptLimits.LINE_BYTES) {
        String hint = "payloads and parentheses may span lines";
        errors.add(tooLarge(line, "the line has " + length, ScriptLimits.LINE_BYTES, hint));
      }
      from = end + 1;
    }
    return errors;
  }

  private static ScriptError tooLarge(int line, String what, int limit, String hint) {
    return new ScriptError(line, 1, what + " bytes, more than " + limit, Optional.of(hint));
  }
}
