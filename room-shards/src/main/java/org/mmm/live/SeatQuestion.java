package org.mmm.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.mmm.kernel.CborSerializable;

/** Asks a Room once where a Persona sits, again until it answers or the time is over. */
final class SeatQuestion {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private enum Timer implements RelayMessage {
    AGAIN,
    OVER
  }

  private SeatQuestion() {}

  static Behavior<RelayMessage> create(
      LiveSettings settings,
      String persona,
      Consumer<ActorRef<CborSerializable>> attend,
      Consumer<Optional<Seat>> answer) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  ask(context, timers, settings, attend);
                  timers.startSingleTimer(Timer.OVER, WITHIN);
                  return Behaviors.receive(RelayMessage.class)
                      .onMessage(
                          RelayWord.Greeting.class,
                          greeting -> {
                            ActorRef<RelayWord> self = context.getSelf().narrow();
                            greeting.room().tell(new RoomWord.SeatOf(persona, self));
                            return Behaviors.same();
                          })
                      .onMessage(
                          RelayWord.Seated.class,
                          seated -> told(Optional.ofNullable(seated.seat()), answer))
                      .onMessage(RelayWord.NoRoom.class, none -> told(Optional.empty(), answer))
                      .onMessageEquals(Timer.OVER, () -> told(Optional.empty(), answer))
                      .onMessageEquals(
                          Timer.AGAIN,
                          () -> {
                            ask(context, timers, settings, attend);
                            return Behaviors.same();
                          })
                      .build();
                }));
  }

  private static void ask(
      ActorContext<RelayMessage> context,
      TimerScheduler<RelayMessage> timers,
      LiveSettings settings,
      Consumer<ActorRef<CborSerializable>> attend) {
    attend.accept(context.getSelf().<RelayWord>narrow().unsafeUpcast());
    timers.startSingleTimer(Timer.AGAIN, settings.askAgainAfter().multipliedBy(5));
  }

  private static Behavior<RelayMessage> told(Optional<Seat> seat, Consumer<Optional<Seat>> answer) {
    answer.accept(seat);
    return Behaviors.stopped();
  }
}
