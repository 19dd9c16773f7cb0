package org.mmm.node;

import org.jspecify.annotations.Nullable;

/** A node cannot start. The message is one line: what, where, and the way out. */
final class NodeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exit codes as the commands of the client document them. */
  static final int FAILED = 1;

  static final int USAGE = 2;
  static final int UNAVAILABLE = 7;

  private final int exitCode;

  private NodeFailure(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The command line or a setting is wrong. */
  static NodeFailure usage(String message) {
    return new NodeFailure(USAGE, message, null);
  }

  static NodeFailure usage(Throwable cause) {
    return new NodeFailure(USAGE, line(cause), cause);
  }

  /** Something that is needed cannot be had now: a port, a directory. */
  static NodeFailure unavailable(String message, @Nullable Throwable cause) {
    return new NodeFailure(UNAVAILABLE, message, cause);
  }

  /** The others put it out, or it put itself out, before it was ready. */
  static NodeFailure putOut(@Nullable Throwable cause) {
    return new NodeFailure(
        Membership.DOWNED,
        "this node was put out by the others while it started; start it again",
        cause);
  }

  static NodeFailure failed(String message, @Nullable Throwable cause) {
    return new NodeFailure(FAILED, message, cause);
  }

  int exitCode() {
    return exitCode;
  }

  /** The first line of what went wrong. */
  static String line(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message;
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
