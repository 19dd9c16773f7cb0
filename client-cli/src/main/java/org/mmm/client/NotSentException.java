package org.mmm.client;

import java.io.IOException;

/** No connection was made, so the request surely had no effect. */
public final class NotSentException extends IOException {
  private static final long serialVersionUID = 1;

  public NotSentException(String message, Throwable cause) {
    super(message, cause);
  }
}
