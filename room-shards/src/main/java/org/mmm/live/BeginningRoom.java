package org.mmm.live;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.mmm.figures.LiveLoads;
import org.mmm.journal.Checkpoints;
import org.mmm.rooms.Seat;

/**
 * A live Room before it knows its incarnation, and where things stood in it. Who attends it
 * meanwhile asks again.
 */
final class BeginningRoom extends AbstractBehavior<RoomWord> {
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  /**
   * What a live Room is made of.
   *
   * @param id of the place
   * @param side metres of the floor; 0 for one without bounds
   * @param loads where it counts what it costs
   * @param clock the time, in ms since 1970
   */
  record Parts(
      String id,
      double side,
      LiveSettings settings,
      Checkpoints checkpoints,
      LiveLoads loads,
      LongSupplier clock) {}

  private final Parts parts;
  private final TimerScheduler<RoomWord> timers;
  private Map<String, Seat> seats;

  private BeginningRoom(
      ActorContext<RoomWord> context,
      TimerScheduler<RoomWord> timers,
      Parts parts,
      Map<String, Seat> seats) {
    super(context);
    this.timers = timers;
    this.parts = parts;
    this.seats = seats;
  }

  /**
   * @param seats who sits there
   */
  static Behavior<RoomWord> create(Parts parts, Map<String, Seat> seats) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> new BeginningRoom(context, timers, parts, seats).begin()));
  }

  @Override
  public Receive<RoomWord> createReceive() {
    return newReceiveBuilder()
        .onMessage(RoomWord.Written.class, this::written)
        .onMessage(RoomWord.Begun.class, this::begun)
        .onMessage(RoomWord.NotBegun.class, this::notBegun)
        .onMessageEquals(RoomWord.Timer.BEGIN, this::begin)
        .onAnyMessage(word -> this)
        .build();
  }

  private Behavior<RoomWord> begin() {
    getContext()
        .pipeToSelf(
            parts.checkpoints().begin(parts.id()),
            (begun, failure) ->
                begun == null ? new RoomWord.NotBegun(failure) : new RoomWord.Begun(begun));
    return this;
  }

  private Behavior<RoomWord> written(RoomWord.Written written) {
    seats = written.seats();
    return this;
  }

  private Behavior<RoomWord> begun(RoomWord.Begun begun) {
    return RoomActor.create(parts, begun.as(), seats);
  }

  private Behavior<RoomWord> notBegun(RoomWord.NotBegun failed) {
    getContext()
        .getLog()
        .warn("{} cannot begin to be live; trying again: {}", parts.id(), reason(failed.why()));
    timers.startSingleTimer(RoomWord.Timer.BEGIN, AGAIN_AFTER);
    return this;
  }

  private static String reason(Throwable why) {
    Throwable cause = why.getCause();
    return String.valueOf(cause == null ? why.getMessage() : cause.getMessage());
  }
}
