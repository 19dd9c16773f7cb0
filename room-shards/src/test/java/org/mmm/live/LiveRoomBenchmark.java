package org.mmm.live;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.Pose;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one tick costs in which everybody moves: their wishes, and all frames of it.
 *
 * <p>To run: {@code mvn -q -Pbench-rooms -pl room-shards -am process-test-classes}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LiveRoomBenchmark {
  @Param({"50", "100", "500"})
  public int members;

  /** Metres: one cell in which all see all, or a hundred. */
  @Param({"50", "250"})
  public int side;

  private @Nullable LiveRoom room;
  private int input;

  @Setup
  public void fill() {
    var filled = new LiveRoom(new LiveRules(20, 25, 16, 10), 1, side);
    for (int i = 0; i < members; i++) {
      int slot = filled.place("Persona" + i, "Persona", "Persona" + i, spot(i, 0));
      filled.watch(slot, 1);
    }
    room = filled;
  }

  /** All walk to and fro; each cell from which somebody watches is encoded once. */
  @Benchmark
  public long tick() {
    LiveRoom all = requireNonNull(room, "set up");
    input++;
    for (int i = 0; i < members; i++) {
      Pose p = spot(i, input % 8);
      all.wish(i, i + 1L, input & 0x7FFF, p.x(), p.y(), p.z(), p.yaw(), p.pitch(), p.roll());
    }
    all.tick();
    long bytes = 0;
    for (int i = 0; i < members; i++) {
      byte[] frame = all.frame(i);
      bytes += frame == null ? 0 : frame.length;
    }
    return bytes;
  }

  /** One of a square grid over the floor, a few steps on. */
  private Pose spot(int i, int steps) {
    int row = (int) Math.ceil(Math.sqrt(members));
    double apart = (side - 10.0) / row;
    double from = -side / 2.0 + 5;
    return Pose.of(from + apart * (i % row) + 0.1 * steps, 0, from + apart * (i / row), 0, 0, 0);
  }
}
