package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a number must be, said once for reading, for construction and for the message.
 *
 * @param least smallest value
 * @param most largest value
 * @param whole whether fractions are refused
 */
record NumberRule(long least, long most, boolean whole) {
  static NumberRule number(long least, long most) {
    return new NumberRule(least, most, false);
  }

  static NumberRule whole(long least, long most) {
    return new NumberRule(least, most, true);
  }

  String says() {
    return "a " + (whole ? "whole " : "") + "number from " + least + " to " + most;
  }

  double read(String path, JsonNode node) {
    if (!node.isNumber() || !fits(node.doubleValue())) {
      throw ItemException.of(path, says(), node);
    }
    return node.doubleValue() + 0.0;
  }

  /** The number itself, with 0 for -0, which JSON readers do not tell apart. */
  double check(String path, double number) {
    if (!fits(number)) {
      throw ItemException.of(path, says(), (Object) number);
    }
    return number + 0.0;
  }

  private boolean fits(double number) {
    return number >= least && number <= most && (!whole || number == Math.rint(number));
  }
}
