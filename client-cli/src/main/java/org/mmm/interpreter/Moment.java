package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Json;

/**
 * The time at which the last sentence began, by the node's clock, so that an expectation does not
 * take what happened before it for what it waits for.
 */
final class Moment {
  /** HTTP dates are cut to whole seconds. */
  private static final Duration DATE_STEP = Duration.ofSeconds(1);

  private Moment() {}

  /** Whether {@code entry} began at {@code began} or later; true where either does not say. */
  static boolean notBefore(JsonNode entry, @Nullable String began) {
    String its = Json.text(entry, "began");
    if (its == null || began == null) {
      return true;
    }
    Instant one = instant(its);
    Instant other = instant(began);
    if (one != null && other != null) {
      return !one.isBefore(other);
    }
    return its.compareTo(began) >= 0;
  }

  /** An HTTP date as an ISO instant no later than the beginning of the sentence it answered. */
  static @Nullable String before(@Nullable String httpDate, long millis) {
    if (httpDate == null) {
      return null;
    }
    try {
      Instant answered = DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate, Instant::from);
      return answered.minusMillis(millis).minus(DATE_STEP).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.matches("[0-9]+(\\.[0-9]+)?")
          ? Instant.ofEpochMilli(new BigDecimal(text).longValue())
          : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
