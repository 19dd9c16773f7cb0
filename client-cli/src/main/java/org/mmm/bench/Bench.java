package org.mmm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mmm.client.ActionCall;
import org.mmm.client.Api;
import org.mmm.client.Failure;
import org.mmm.client.Outcome;
import org.mmm.client.Pause;

/** One measurement: lets the Users of a scene act, and counts. */
public final class Bench {
  private static final String EVENTS = "mmm_journal_events_total";
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final Plan plan;
  private final Scene scene;
  private final Casting casting;
  private final Meter meter = new Meter();
  private volatile boolean ended;

  /**
   * @param scene its nodes' Apis must not repeat requests, or waiting would count as acting
   */
  public Bench(Plan plan, Scene scene) {
    this(plan, scene, (cast, self, keys) -> new Mix(cast, self, plan, keys)::next);
  }

  private Bench(Plan plan, Scene scene, Casting casting) {
    this.plan = plan;
    this.scene = scene;
    this.casting = casting;
  }

  /** All MM-Send to those, who are of this M-Instance or of another. */
  public static Bench ofLetters(Plan plan, Scene scene, List<String> receivers) {
    return new Bench(
        plan,
        scene,
        (cast, self, keys) ->
            new Letters(cast.users().get(self), receivers, keys + "-" + self, plan.seed() + self)
                ::next);
  }

  /** What one of the Users does. */
  private interface Casting {
    Supplier<ActionCall> role(Cast cast, int self, String keys);
  }

  public Result measure() throws InterruptedException {
    Cast cast = scene.cast(plan.users());
    String keys = scene.keys();
    List<Thread> users = new ArrayList<>();
    for (int i = 0; i < cast.users().size(); i++) {
      Supplier<ActionCall> role = casting.role(cast, i, keys);
      Api node = scene.nodes().get(i % scene.nodes().size());
      Thread user = new Thread(() -> act(role, node), "bench-user-" + i);
      user.setDaemon(true);
      users.add(user);
    }
    users.forEach(Thread::start);
    try {
      Pause.of(plan.warmUp());
      return count();
    } finally {
      ended = true;
      for (Thread user : users) {
        user.join();
      }
    }
  }

  private Result count() {
    double before = events();
    double cpuBefore = cpuSeconds();
    long begin = System.nanoTime();
    meter.start();
    while (System.nanoTime() - begin < plan.measured().toNanos()
        && meter.count() < plan.maxActions()) {
      Pause.of(LOOK_EVERY);
    }
    meter.stop();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpu = cpuSeconds() - cpuBefore;
    double after = events();
    return meter.result(plan.users(), seconds, cpu, after - before);
  }

  /** Written by all nodes so far; NaN if one of them does not tell. */
  private double events() {
    return scene.nodes().stream().mapToDouble(node -> Metrics.sum(node, EVENTS)).sum();
  }

  /** What this process has used of the processors; NaN where the system does not tell. */
  private static double cpuSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(used -> used.toMillis() / 1e3)
        .orElse(Double.NaN);
  }

  private void act(Supplier<ActionCall> role, Api api) {
    while (!ended) {
      ActionCall call = role.get();
      long begin = System.nanoTime();
      try {
        Outcome outcome = api.perform(call);
        if (outcome.acknowledged()) {
          meter.acknowledged(System.nanoTime() - begin);
        } else {
          meter.refused(outcome);
        }
      } catch (Failure e) {
        meter.refused(e.exit().name());
      }
    }
  }
}
