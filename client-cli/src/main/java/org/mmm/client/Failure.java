package org.mmm.client;

import org.jspecify.annotations.Nullable;

/** A command cannot go on: one line for the person who typed it, and the exit code. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exit;

  /**
   * @param message one sentence that names the value, the rule and the way out
   */
  public Failure(ExitCode exit, String message) {
    this(exit, message, null);
  }

  /**
   * @param cause shown by {@code --debug} alone
   */
  public Failure(ExitCode exit, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  public ExitCode exit() {
    return exit;
  }
}
