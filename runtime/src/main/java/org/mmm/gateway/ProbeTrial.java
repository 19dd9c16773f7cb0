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
   * @param count how often so far, by this node
   */
  record Probed(int count) implements CborSerializable {}

  private final ActorRef<Command> self;
  private final ActorRef<Boolean> ear;
  private boolean written;

  private ProbeTrial(String node, ActorRef<Command> self, ActorRef<Boolean> ear) {
    super(PersistenceId.of("probe", node));
    this.self = self;
    this.ear = ear;
  }

  /**
   * @param ear is told whether it was written
   */
  static Behavior<Command> of(String node, ActorRef<Boolean> ear) {
    return Behaviors.setup(context -> new ProbeTrial(node, context.getSelf(), ear));
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
