package org.mmm.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.Histogram;
import org.mmm.client.Json;

/**
 * What was measured of live Rooms.
 *
 * @param seconds that the measurement lasted
 * @param joinsPerSecond sockets opened, tickets redeemed and key frames received before it
 * @param serverCpu seconds of processor that the nodes used meanwhile; NaN if they do not tell
 * @param dropped frames that the nodes left out for clients that were too slow
 * @param loadBusy part of one processor that the load's thread used
 */
public record RoomResult(
    RoomPlan plan,
    Crowd.Counted counted,
    double seconds,
    double joinsPerSecond,
    double serverCpu,
    double dropped,
    double loadBusy) {
  private static final double BUSY = 0.9;
  private static final double LATE_MILLIS = 10;
  private static final double P50 = 50;
  private static final double P90 = 90;
  private static final double P99 = 99;

  public RoomResult {
    if (seconds <= 0) throw new IllegalArgumentException("nothing was measured");
  }

  /** Poses of others that came to members, a second. */
  double updatesPerSecond() {
    return counted.counts().updates() / seconds;
  }

  /** What the load itself could not keep up with; the figures are then its own, not the node's. */
  boolean loadIsBottleneck() {
    return loadBusy > BUSY || millis(counted.counts().late(), P99) > LATE_MILLIS;
  }

  /** Whether every socket stayed open, and every member of the sample saw somebody move. */
  public boolean sound() {
    boolean alone = !plan.moving() || plan.members() == 1;
    return counted.lost() == 0 && (alone || counted.others().stream().allMatch(one -> one > 0));
  }

  public ObjectNode json() {
    RoomMeter.Counts counts = counted.counts();
    ObjectNode json =
        Json.object()
            .put("members", plan.members())
            .put("rooms", plan.rooms())
            .put("hz", plan.hz())
            .put("scene", plan.moving() ? "moving" : "still")
            .put("spread", plan.spread().name().toLowerCase(java.util.Locale.ROOT))
            .put("seconds", rounded(seconds))
            .put("updatesPerSecond", Math.round(updatesPerSecond()))
            .put("inputsPerSecond", Math.round(counts.sent() / seconds))
            .put("inputsHeld", counts.held())
            .put("framesPerWatcherSecond", rounded(counts.frames() / seconds / plan.people()))
            .put("bytesPerWatcherSecond", Math.round(counts.bytes() / seconds / plan.people()))
            .put("keyFrames", counts.keyFrames())
            .put("othersSeenLeast", counted.others().stream().mapToInt(one -> one).min().orElse(0))
            .put("lost", counted.lost())
            .put("joinsPerSecond", rounded(joinsPerSecond))
            .put("loadBusy", rounded(loadBusy))
            .put("loadLateP99Millis", millis(counts.late(), P99))
            .put("loadIsBottleneck", loadIsBottleneck());
    if (counted.lost() > 0) json.put("lostWhy", counted.lostWhy());
    if (counts.latency().getTotalCount() > 0) {
      json.put("p50Millis", millis(counts.latency(), P50))
          .put("p90Millis", millis(counts.latency(), P90))
          .put("p99Millis", millis(counts.latency(), P99))
          .put("maxMillis", millis(counts.latency(), 100));
    }
    if (!Double.isNaN(serverCpu)) {
      json.put("serverCpuSeconds", rounded(serverCpu))
          .put("updatesPerServerCpuSecond", Math.round(counts.updates() / serverCpu));
    }
    if (!Double.isNaN(dropped)) json.put("framesDropped", Math.round(dropped));
    return json;
  }

  private static double millis(Histogram micros, double percentile) {
    return rounded(micros.getValueAtPercentile(percentile) / 1e3);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
