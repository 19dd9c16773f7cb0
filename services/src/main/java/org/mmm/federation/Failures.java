package org.mmm.federation;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Why another M-Instance could not be asked, in one line for its operator. */
final class Failures {
  private Failures() {}

  static String line(Throwable failure) {
    @Nullable Throwable cause = failure.getCause();
    Throwable shown = failure instanceof CompletionException && cause != null ? cause : failure;
    if (shown instanceof ConnectException) return "nobody answers there (no connection)";
    if (shown instanceof HttpTimeoutException || shown instanceof TimeoutException) {
      return "no answer in time";
    }
    return shown.getMessage() == null ? shown.getClass().getSimpleName() : shown.getMessage();
  }
}
