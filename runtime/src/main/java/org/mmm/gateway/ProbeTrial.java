package org.mmm.gateway;

import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.Recovery;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.mmm.kernel.CborSerializable;

/** One write, to see whether the journal takes it. */
final class ProbeTrial
    extends EventSourcedBehavior<ProbeTrial.Command, ProbeTrial.Probed, Integer> {
  /** Write. */
  enum Command {
    WRITE
  }

  /**
   * The journal took a write again.
   *
   * @param count 1, since a trial writes once
   */
  record Probed(int count) implements CborSerializable {}

  private final ActorRef<Command> self;
  private final ActorRef<Boolean> ear;
  private boolean written;

  private ProbeTrial(String trial, ActorRef<Command> self, ActorRef<Boolean> ear) {
    super(PersistenceId.of("probe", trial));
    this.self = self;
    this.ear = ear;
  }

  /**
   * @param trial unlike that of every other trial: a write that was given up may arrive later, and
   *     would be taken for one of a second writer of the same entity
   * @param ear is told whether it was written
   */
  static Behavior<Command> of(String trial, ActorRef<Boolean> ear) {
    return Behaviors.setup(context -> new ProbeTrial(trial, context.getSelf(), ear));
  }

  /** Nobody has written under this name: there is nothing to ask for before the write. */
  @Override
  public Recovery recovery() {
    return Recovery.disabled();
  }

  @Override
  public Integer emptyState() {
    return 0;
  }

  @Override
  public CommandHandler<Command, Probed, Integer> commandHandler() {
    return (count, command) ->
        Effect()
            .persist(new Probed(count + 1))
            .thenRun(
                () -> {
                  written = true;
                  ear.tell(true);
                })
            .thenStop();
  }

  @Override
  public EventHandler<Integer, Probed> eventHandler() {
    return (count, event) -> event.count();
  }

  @Override
  public SignalHandler<Integer> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), count -> self.tell(Command.WRITE))
        .onSignal(
            PostStop.instance(),
            count -> {
              if (!written) ear.tell(false);
            })
        .build();
  }
}
