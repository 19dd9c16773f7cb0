package org.mmm.personae;

/** A rule that a model breaks; the message names the value, the rule and the way out. */
final class ModelRefused extends Exception {
  private static final long serialVersionUID = 1L;

  ModelRefused(String what) {
    super(what, null, false, false);
  }

  /** Refuses a number above its bound. */
  static void above(String what, long is, long most, String wayOut) throws ModelRefused {
    if (is > most) {
      throw new ModelRefused(what + ": " + is + ", may be at most " + most + "; " + wayOut);
    }
  }
}
