package org.mmm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mmm.client.Api;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Pause;

/** One measurement of live Rooms: lets the members join, walk, and see each other. */
public final class RoomBench {
  private static final String CPU = "process_cpu_time_ns_total";
  private static final String DROPPED = "mmm_live_frames_dropped_total";

  /** So many join at once; their tickets are good for longer than that takes. */
  private static final int JOIN_AT_ONCE = 100;

  private static final int ASK_AT_ONCE = 4;

  private final RoomPlan plan;
  private final RoomScene scene;

  public RoomBench(RoomPlan plan, RoomScene scene) {
    this.plan = plan;
    this.scene = scene;
  }

  /**
   * @throws Failure if a member cannot join
   */
  public RoomResult measure() throws InterruptedException {
    try (Crowd crowd = new Crowd(plan, scene.members())) {
      double joining = join(crowd);
      crowd.walk();
      Pause.of(plan.warmUp());
      double cpu = sum(CPU);
      double dropped = sum(DROPPED);
      long busy = crowd.busyNanos();
      long begin = System.nanoTime();
      crowd.measure();
      Pause.of(plan.measured());
      Crowd.Counted counted = crowd.counted();
      double seconds = (System.nanoTime() - begin) / 1e9;
      return new RoomResult(
          plan,
          counted,
          seconds,
          plan.people() / joining,
          (sum(CPU) - cpu) / 1e9,
          sum(DROPPED) - dropped,
          (crowd.busyNanos() - busy) / 1e9 / seconds);
    }
  }

  /** Seconds that joining took, without asking for the tickets. */
  private double join(Crowd crowd) throws InterruptedException {
    ExecutorService asking = Executors.newFixedThreadPool(ASK_AT_ONCE);
    try {
      double seconds = 0;
      for (int first = 0; first < plan.people(); first += JOIN_AT_ONCE) {
        int end = Math.min(plan.people(), first + JOIN_AT_ONCE);
        List<Future<RoomScene.Ticket>> asked = new ArrayList<>();
        for (int i = first; i < end; i++) {
          int number = i;
          asked.add(asking.submit(() -> scene.ticket(number)));
        }
        List<RoomScene.Ticket> tickets = new ArrayList<>();
        for (Future<RoomScene.Ticket> one : asked) tickets.add(given(one));
        seconds += crowd.join(first, tickets);
      }
      return seconds;
    } finally {
      asking.shutdownNow();
    }
  }

  private static RoomScene.Ticket given(Future<RoomScene.Ticket> asked)
      throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure refused) throw refused;
      throw new Failure(ExitCode.FAILED, "no ticket: " + e.getCause(), e);
    }
  }

  /** Of all nodes; NaN if one of them does not tell. */
  private double sum(String metric) {
    return scene.nodes().stream().mapToDouble((Api node) -> Metrics.sum(node, metric)).sum();
  }
}
