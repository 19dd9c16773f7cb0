package org.mmm.interpreter;

/**
 * One performance of one line: the line, and in which round of each loop around it.
 *
 * @param path such as {@code 12}, or {@code 12.3.1} in round 3 of the outer and 1 of the inner loop
 * @param line 1-based
 */
record Step(String path, int line) {
  static Step of(String file, int line, Frame frame) {
    return new Step(file + line + frame.rounds(), line);
  }

  /** The Idempotency-Key of this performance in that run. */
  String key(String run) {
    return run + "-" + path;
  }
}
