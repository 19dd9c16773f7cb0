package org.mmm.journal;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot do what was asked. The message is one line for an operator: what failed, where,
 * and the way out.
 */
public class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what, where, way out
   * @param cause what the machine said, or null when the rule broken is ours
   */
  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
