package org.mmm.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.time.Duration;

/**
 * How long stopping may take at the most. Whoever stops a node gives it {@code mmm.node.grace} and
 * then kills it, so all of it must fit in there.
 */
public final class Grace {
  /** Before the signal: load balancers turn away, as a preStop hook lets them. */
  public static final Duration LEAD = Duration.ofSeconds(5);

  /** Both ports, which end what is open. */
  static final Duration PORTS = Duration.ofSeconds(15);

  /** The store is closed, and the JVM ends. */
  private static final Duration AFTER = Duration.ofSeconds(5);

  private static final Duration DRAIN_AT_MOST = Duration.ofMinutes(5);

  private Grace() {}

  /**
   * What stopping may take.
   *
   * @param root a whole configuration
   */
  public static Duration needed(Config root) {
    return LEAD.plus(drain(root)).plus(PORTS).plus(phases(root)).plus(AFTER);
  }

  /** Throws a {@link NodeFailure} if stopping may take longer than whoever stops it waits. */
  static void check(Config root) {
    Duration drain = drain(root);
    if (drain.isNegative() || drain.compareTo(DRAIN_AT_MOST) > 0) {
      throw NodeFailure.usage(
          "mmm.node.drain-within must be from 0 s to "
              + DRAIN_AT_MOST.toSeconds()
              + " s, was "
              + drain.toSeconds()
              + " s");
    }
    Duration grace = root.getDuration("mmm.node.grace");
    Duration needed = needed(root);
    if (grace.compareTo(needed) < 0) {
      throw NodeFailure.usage(
          "mmm.node.grace must be at least "
              + needed.toSeconds()
              + " s, which is what stopping may take (drain-within "
              + drain.toSeconds()
              + " s, the phases of pekko.coordinated-shutdown "
              + phases(root).toSeconds()
              + " s, "
              + LEAD.plus(PORTS).plus(AFTER).toSeconds()
              + " s for all else), was "
              + grace.toSeconds()
              + " s: raise it here and where the node is stopped, or shorten the others");
    }
  }

  static Duration drain(Config root) {
    return root.getDuration("mmm.node.drain-within");
  }

  /** All phases of the coordinated shutdown, one after another. */
  static Duration phases(Config root) {
    Config shutdown = root.getConfig("pekko.coordinated-shutdown");
    Duration sum = Duration.ZERO;
    for (String phase : shutdown.getObject("phases").keySet()) {
      String timeout = "phases." + ConfigUtil.quoteString(phase) + ".timeout";
      sum =
          sum.plus(
              shutdown.getDuration(shutdown.hasPath(timeout) ? timeout : "default-phase-timeout"));
    }
    return sum;
  }
}
