package org.mmm.cli;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Durations;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** How long a command that goes on by itself does without its node, and what it says of that. */
final class Reconnect {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Duration within;
  private final Consumer<String> say;
  private final LongSupplier nanos;
  private @Nullable Long lostAt;
  private Duration pause = FIRST_PAUSE;

  /**
   * @param within how long it goes on without; zero for not at all
   * @param say for the person
   * @param nanos of a clock that only goes forward
   */
  Reconnect(Duration within, Consumer<String> say, LongSupplier nanos) {
    this.within = within;
    this.say = say;
    this.nanos = nanos;
  }

  /** All is well, and what was before does not count any more. */
  void connected() {
    if (lostAt != null) say.accept("connected again");
    lostAt = null;
    pause = FIRST_PAUSE;
  }

  /**
   * The pause before the next try.
   *
   * @param why the node is away
   * @throws Failure that one, if it is no matter of time or has gone on for too long
   */
  Duration lost(Failure why) {
    boolean passes = why.exit() == ExitCode.UNAVAILABLE || why.exit() == ExitCode.UNKNOWN;
    if (!passes || within.isZero()) throw why;
    long now = nanos.getAsLong();
    Long since = lostAt;
    if (since == null) {
      lostAt = now;
      say.accept(why.getMessage() + "; trying again for " + Durations.print(within));
    } else if (now - since >= within.toNanos()) {
      throw why;
    }
    Duration next = pause;
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    return next;
  }
}
