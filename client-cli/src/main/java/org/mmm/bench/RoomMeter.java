package org.mmm.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts what comes and goes while it is on; of one thread. */
final class RoomMeter {
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  private final Histogram latency = new Histogram(LONGEST_MICROS, 3);
  private final Histogram late = new Histogram(LONGEST_MICROS, 3);
  private boolean on;
  private long frames;
  private long keyFrames;
  private long bytes;
  private long poses;
  private long sampled;
  private long sampledOwn;
  private long sent;
  private long held;

  void start() {
    on = true;
  }

  void stop() {
    on = false;
  }

  boolean isOn() {
    return on;
  }

  /** A frame came with so many poses. */
  void frame(boolean key, int length, int members) {
    if (!on) return;
    frames++;
    if (key) keyFrames++;
    bytes += length;
    poses += members;
  }

  /** A frame was decoded: so many of its poses are of who watches itself. */
  void sampled(int members, int own) {
    if (!on) return;
    sampled += members;
    sampledOwn += own;
  }

  /** Another's input was seen so long after it was due. */
  void seen(long nanos) {
    if (on) latency.recordValue(micros(nanos));
  }

  /** An input was sent so long after it was due. */
  void sent(long nanos) {
    if (!on) return;
    sent++;
    late.recordValue(micros(nanos));
  }

  /** An input could not be sent: the connection takes no more. */
  void held() {
    if (on) held++;
  }

  Counts counts() {
    double ofOthers = sampled == 0 ? 1 : 1 - (double) sampledOwn / sampled;
    return new Counts(
        frames,
        keyFrames,
        bytes,
        Math.round(poses * ofOthers),
        sent,
        held,
        latency.copy(),
        late.copy());
  }

  private static long micros(long nanos) {
    return Math.max(0, Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos)));
  }

  /**
   * @param updates poses of others that came; how many of all were of others is known from those
   *     frames that were decoded
   * @param held inputs that were not sent, since their connection took no more
   * @param latency microseconds from when an input was due until another saw it
   * @param late microseconds from when an input was due until it was sent
   */
  record Counts(
      long frames,
      long keyFrames,
      long bytes,
      long updates,
      long sent,
      long held,
      Histogram latency,
      Histogram late) {}
}
