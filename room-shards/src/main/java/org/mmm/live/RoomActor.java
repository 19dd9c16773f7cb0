package org.mmm.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.mmm.frame.Pose;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Message;

/**
 * The live part of one place: the one that runs a {@link LiveRoom}. It is the child of the place's
 * entity and knows its seats as they are written; it ticks while somebody watches.
 */
final class RoomActor extends AbstractBehavior<RoomWord> {
  /** A relay that was not heard of for so many renewals has gone. */
  private static final int MISSED = 3;

  private final LiveRoom room;
  private final LongSupplier clock;
  private final TimerScheduler<RoomWord> timers;
  private final Map<ActorRef<RelayWord>, Subscriber> relays = new LinkedHashMap<>();
  private Map<String, org.mmm.rooms.Seat> seats = Map.of();

  private RoomActor(
      ActorContext<RoomWord> context,
      TimerScheduler<RoomWord> timers,
      LiveSettings settings,
      LiveRoom room,
      LongSupplier clock) {
    super(context);
    this.clock = clock;
    this.timers = timers;
    this.room = room;
    timers.startTimerWithFixedDelay(RoomWord.Sweep.NOW, settings.renewEvery());
  }

  /**
   * @param incarnation unlike any before
   * @param side metres of the floor; 0 for one without bounds
   * @param seats who sits there
   * @param clock the time, in ms since 1970
   */
  static Behavior<RoomWord> create(
      LiveSettings settings,
      long incarnation,
      double side,
      Map<String, org.mmm.rooms.Seat> seats,
      LongSupplier clock) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  var room = new LiveRoom(settings.rules(), incarnation, side);
                  var actor = new RoomActor(context, timers, settings, room, clock);
                  actor.written(seats);
                  return actor;
                }));
  }

  @Override
  public Receive<RoomWord> createReceive() {
    return newReceiveBuilder()
        .onMessage(RoomWord.Views.class, this::views)
        .onMessage(RoomWord.Tick.class, tick -> tick())
        .onMessage(RoomWord.Attended.class, this::attended)
        .onMessage(RoomWord.SeatOf.class, this::seatOf)
        .onMessage(RoomWord.Written.class, written -> written(written.seats()))
        .onMessage(RoomWord.Spoken.class, this::spoken)
        .onMessage(RoomWord.Sweep.class, sweep -> sweep())
        .build();
  }

  private Behavior<RoomWord> attended(RoomWord.Attended attended) {
    Subscriber known = relays.get(attended.by());
    if (known == null) known = new Subscriber(attended.by(), room);
    known.heard();
    known.greet(getContext().getSelf());
    return this;
  }

  private Behavior<RoomWord> views(RoomWord.Views views) {
    Subscriber relay = relays.computeIfAbsent(views.from(), from -> new Subscriber(from, room));
    relay.heard();
    relay.take(views);
    if (relay.watches() && !timers.isTimerActive(RoomWord.Tick.NOW)) {
      timers.startTimerAtFixedRate(
          RoomWord.Tick.NOW, Duration.ofNanos(1_000_000_000L / room.rate()));
    }
    return this;
  }

  private Behavior<RoomWord> tick() {
    room.tick();
    boolean watched = false;
    for (Subscriber relay : relays.values()) {
      relay.send();
      watched |= relay.watches();
    }
    if (!watched) timers.cancel(RoomWord.Tick.NOW);
    return this;
  }

  private Behavior<RoomWord> seatOf(RoomWord.SeatOf asked) {
    asked.asker().tell(new RelayWord.Seated(asked.persona(), room.seat(asked.persona())));
    return this;
  }

  private Behavior<RoomWord> spoken(RoomWord.Spoken spoken) {
    Message.Said what = spoken.what();
    if (timers.isTimerActive(RoomWord.Tick.NOW)) { // else nobody is here to hear it
      room.say(what.process(), what.message(), what.text());
    }
    return this;
  }

  private Behavior<RoomWord> sweep() {
    relays
        .values()
        .removeIf(
            relay -> {
              boolean gone = relay.unheard() > MISSED;
              if (gone) relay.forget();
              return gone;
            });
    return this;
  }

  /** Only what is another seat than before was placed, appears otherwise, or has left. */
  private Behavior<RoomWord> written(Map<String, org.mmm.rooms.Seat> now) {
    for (String item : seats.keySet()) if (!now.containsKey(item)) leave(item);
    for (org.mmm.rooms.Seat seat : now.values()) {
      org.mmm.rooms.Seat before = seats.get(seat.item());
      if (before == null || !before.sameStay(seat)) place(seat);
      else if (!before.appearance().equals(seat.appearance())) appear(seat);
    }
    seats = now;
    if (!timers.isTimerActive(RoomWord.Tick.NOW)) room.tick(); // there is nobody to be told of it
    return this;
  }

  private void leave(String item) {
    int slot = room.seats().slot(item);
    if (slot < 0) return;
    relays.values().forEach(relay -> relay.left(slot));
    room.leave(item);
  }

  private void place(org.mmm.rooms.Seat seat) {
    Attitude at = seat.attitude();
    var pose = Pose.of(at.x(), at.y(), at.z(), at.yaw(), at.pitch(), at.roll());
    if (room.place(seat.item(), seat.dataType(), seat.item(), pose) < 0) {
      getContext().getLog().warn("{} is not live: all slots of its Room are taken", seat.item());
      return;
    }
    appear(seat);
  }

  private void appear(org.mmm.rooms.Seat seat) {
    Appearance now = seat.appearance();
    int slot = room.seats().slot(seat.item());
    if (slot < 0) return;
    room.perceive(slot, now.perceptible());
    if (now.stream() != null) room.animate(slot, now.stream(), now.millis(), clock.getAsLong());
  }
}
