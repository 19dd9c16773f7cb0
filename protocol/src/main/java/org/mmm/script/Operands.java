package org.mmm.script;

import java.util.List;

/** Checks that several operands share. */
final class Operands {
  private Operands() {}

  static <T> List<T> checked(List<T> list, String what) {
    if (list.isEmpty() || list.size() > ScriptLimits.OPERANDS) {
      throw new IllegalArgumentException(
          what + " has 1 to " + ScriptLimits.OPERANDS + " parts, had " + list.size());
    }
    return List.copyOf(list);
  }

  static boolean isQuotable(String text) {
    return !text.isEmpty() && text.chars().noneMatch(c -> c == '`' || c == '\n' || c == '\r');
  }
}
