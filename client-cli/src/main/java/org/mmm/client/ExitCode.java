package org.mmm.client;

/** How a command ends. The numbers are documented and never change. */
public enum ExitCode {
  OK(0),
  FAILED(1),
  USAGE(2),
  NOT_FOUND(3),
  NOT_AUTHENTICATED(4),
  REFUSED(5),
  CONFLICT(6),
  UNAVAILABLE(7),
  UNKNOWN(8);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number handed to the shell, 0 to 8. */
  public int code() {
    return code;
  }

  /** The exit code that says in a shell what {@code status} says in HTTP. */
  public static ExitCode ofHttp(int status) {
    if (status >= 200 && status < 300) {
      return OK;
    }
    return switch (status) {
      case 401 -> NOT_AUTHENTICATED;
      case 403 -> REFUSED;
      case 404 -> NOT_FOUND;
      case 409 -> CONFLICT;
      case 429, 502, 503 -> UNAVAILABLE;
      case 504 -> UNKNOWN;
      default -> FAILED;
    };
  }
}
