package org.mmm.gateway;

import com.typesafe.config.Config;
import java.time.Duration;
import org.mmm.kernel.Resend;
import org.mmm.settings.SettingRules;

/**
 * How a node puts requests to the entities; read from {@code mmm.gateway}.
 *
 * @param notAfter how long after it came a request may still be begun; 1 s to 60 s
 * @param grace how much longer its answer is awaited, for settling; 100 ms to 30 s
 * @param readTimeout how long a read may take; 100 ms to 30 s
 * @param resend when a request that was not answered is sent again; first after 10 ms to 10 s, then
 *     with longer pauses of at most 60 s
 * @param waitAgain how often who waits for something to happen says that it still does; 500 ms to
 *     60 s
 * @param inFlightAtMost requests on their way at the same time on this node; 1 to 100,000
 * @param waitingAtMost reads that wait for something to happen, at the same time; 1 to 100,000
 * @param namesAtMost names that the node remembers; 1,000 to 10,000,000
 * @param probeEvery how often a journal that is gone is tried; 100 ms to 10 s
 * @param probeTimeout how long one trial may take; 50 ms to 1 s, and at most {@code probeEvery}
 */
public record GatewaySettings(
    Duration notAfter,
    Duration grace,
    Duration readTimeout,
    Resend resend,
    Duration waitAgain,
    int inFlightAtMost,
    int waitingAtMost,
    int namesAtMost,
    Duration probeEvery,
    Duration probeTimeout) {
  private static final SettingRules RULES = new SettingRules("mmm.gateway");

  public GatewaySettings {
    RULES.between("not-after", notAfter, Duration.ofSeconds(1), Duration.ofSeconds(60));
    RULES.between("grace", grace, Duration.ofMillis(100), Duration.ofSeconds(30));
    RULES.between("read-timeout", readTimeout, Duration.ofMillis(100), Duration.ofSeconds(30));
    RULES.between("resend-after", resend.first(), Duration.ofMillis(10), Duration.ofSeconds(10));
    RULES.between(
        "resend-at-most-every", resend.most(), Duration.ofMillis(10), Duration.ofSeconds(60));
    RULES.between("wait-again-every", waitAgain, Duration.ofMillis(500), Duration.ofSeconds(60));
    RULES.between("in-flight-at-most", inFlightAtMost, 1, 100_000);
    RULES.between("waiting-at-most", waitingAtMost, 1, 100_000);
    RULES.between("names-at-most", namesAtMost, 1_000, 10_000_000);
    RULES.between("probe-every", probeEvery, Duration.ofMillis(100), Duration.ofSeconds(10));
    Duration trialAtMost = Duration.ofMillis(Math.min(1_000, probeEvery.toMillis()));
    RULES.between("probe-timeout", probeTimeout, Duration.ofMillis(50), trialAtMost);
  }

  /**
   * @param root a whole configuration, with {@code mmm.gateway} in it
   */
  public static GatewaySettings of(Config root) {
    Config c = root.getConfig("mmm.gateway");
    return new GatewaySettings(
        c.getDuration("not-after"),
        c.getDuration("grace"),
        c.getDuration("read-timeout"),
        resend(c.getDuration("resend-after"), c.getDuration("resend-at-most-every")),
        c.getDuration("wait-again-every"),
        c.getInt("in-flight-at-most"),
        c.getInt("waiting-at-most"),
        c.getInt("names-at-most"),
        c.getDuration("probe-every"),
        c.getDuration("probe-timeout"));
  }

  private static Resend resend(Duration after, Duration every) {
    RULES.require(
        after.toMillis() >= 10 && after.compareTo(every) <= 0,
        "resend-after",
        "from 10 ms to resend-at-most-every = " + every.toMillis() + " ms",
        after.toMillis() + " ms");
    return new Resend(after, every);
  }
}
