package org.mmm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mmm.client.ActionCall;
import org.mmm.client.Api;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Outcome;
import org.mmm.client.Pause;
import org.mmm.interpreter.Interpreter;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.StepResult;
import org.mmm.interpreter.Summary;
import org.mmm.interpreter.Target;
import org.mmm.script.ScriptParser;

/** One measurement: prepares the scene, lets the Users act, counts. */
public final class Bench {
  private static final String EVENTS = "mmm_journal_events_total";
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final Plan plan;
  private final Target target;
  private final RunState run;
  private final Meter meter = new Meter();
  private volatile boolean ended;

  /**
   * @param target its Api must not repeat requests, or waiting would count as acting
   * @param run a new one
   */
  public Bench(Plan plan, Target target, RunState run) {
    this.plan = plan;
    this.target = target;
    this.run = run;
  }

  /**
   * @throws Failure if the scene cannot be prepared
   */
  public Result measure() throws InterruptedException {
    Cast cast = prepare();
    List<Thread> users = new ArrayList<>();
    for (int i = 0; i < cast.users().size(); i++) {
      Mix mix = new Mix(cast, i, plan, run.name() + "-b");
      Thread user = new Thread(() -> act(mix), "bench-user-" + i);
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
    double before = Metrics.sum(target.api(), EVENTS);
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
    double after = Metrics.sum(target.api(), EVENTS);
    return meter.result(plan.users(), seconds, cpu, after - before);
  }

  /** What this process has used of the processors; NaN where the system does not tell. */
  private static double cpuSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(used -> used.toMillis() / 1e3)
        .orElse(Double.NaN);
  }

  private void act(Mix mix) {
    Api api = target.api();
    while (!ended) {
      ActionCall call = mix.next();
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

  private Cast prepare() {
    List<StepResult> bad = new ArrayList<>();
    Interpreter interpreter =
        new Interpreter(run, target, name -> target, plan.seed(), result -> note(result, bad));
    interpreter.perform("", ScriptParser.parse(Scene.script(plan)));
    Summary summary = interpreter.summary();
    if (summary.failed() > 0) {
      StepResult first = bad.get(0);
      throw new Failure(
          ExitCode.FAILED,
          "the scene could not be prepared: "
              + first.sentence()
              + " -> "
              + first.reason()
              + " "
              + first.detail());
    }
    return Cast.of(run, plan);
  }

  private static void note(StepResult result, List<StepResult> bad) {
    if (!result.passed()) {
      bad.add(result);
    }
  }
}
