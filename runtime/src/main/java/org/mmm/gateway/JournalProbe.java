package org.mmm.gateway;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** Tries a journal that is gone, by a write like any other, until it takes one. */
final class JournalProbe {
  /** What the probe is told. */
  enum Command {
    /** A write failed: begin to try. */
    BEGIN,
    /** The trial was written. */
    WRITTEN,
    /** The trial could not be written. */
    FAILED,
    /** The trial took too long. */
    LATE,
    /** Try again. */
    AGAIN
  }

  private final JournalGate gate;
  private final String node;
  private final GatewaySettings settings;
  private final ActorContext<Command> context;
  private final TimerScheduler<Command> timers;
  private boolean told;

  private JournalProbe(
      JournalGate gate,
      String node,
      GatewaySettings settings,
      ActorContext<Command> context,
      TimerScheduler<Command> timers) {
    this.gate = gate;
    this.node = node;
    this.settings = settings;
    this.context = context;
    this.timers = timers;
  }

  /**
   * Starts it.
   *
   * @param node this node's name, unlike every other's
   */
  static void start(
      ActorSystem<?> system, JournalGate gate, String node, GatewaySettings settings) {
    Behavior<Command> behavior =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers -> new JournalProbe(gate, node, settings, context, timers).resting()));
    ActorRef<Command> probe = system.systemActorOf(behavior, "journal-probe", Props.empty());
    gate.triedBy(() -> probe.tell(Command.BEGIN));
  }

  private Behavior<Command> resting() {
    return Behaviors.receiveMessage(
        command -> command == Command.BEGIN ? trying() : Behaviors.same());
  }

  private Behavior<Command> trying() {
    ActorRef<Boolean> ear =
        context.messageAdapter(
            Boolean.class, written -> written ? Command.WRITTEN : Command.FAILED);
    var trial =
        context.spawnAnonymous(
            ProbeTrial.of(node + "-" + Long.toString(System.currentTimeMillis(), 36), ear));
    told = false;
    timers.startSingleTimer(Command.LATE, settings.probeTimeout());
    timers.startSingleTimer(Command.AGAIN, settings.probeEvery());
    return Behaviors.receiveMessage(
        command ->
            switch (command) {
              case WRITTEN -> {
                timers.cancelAll();
                gate.trialSucceeded();
                yield resting();
              }
              case FAILED, LATE -> {
                if (!told) gate.trialFailed();
                told = true;
                yield Behaviors.same();
              }
              case AGAIN -> {
                context.stop(trial);
                yield trying();
              }
              case BEGIN -> Behaviors.same();
            });
  }
}
