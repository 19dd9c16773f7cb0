package org.mmm.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.mmm.figures.RoomTally;
import org.mmm.frame.Pose;
import org.mmm.journal.Checkpoints;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Message;

/**
 * The live part of one place: the one that runs a {@link LiveRoom}. It is the child of the place's
 * entity and knows its seats as they are written; it ticks while somebody watches.
 */
final class RoomActor extends AbstractBehavior<RoomWord> {
  /** A relay that was not heard of for so many renewals has gone. */
  private static final int MISSED = 3;

  /** How long a relay is waited for that was asked for a tick. */
  private static final Duration ANSWERED_WITHIN = Duration.ofMillis(10);

  private final BeginningRoom.Parts parts;
  private final LiveRoom room;
  private final RoomTally tally;
  private final TimerScheduler<RoomWord> timers;
  private final Map<ActorRef<RelayWord>, Subscriber> relays = new LinkedHashMap<>();
  private Map<String, org.mmm.rooms.Seat> seats = Map.of();
  private final long incarnation;
  private int keptAt;
  private boolean keeping;

  /** The tick for which relays were asked, and how many have not answered. */
  private long asked;

  private int unanswered;

  private RoomActor(
      ActorContext<RoomWord> context,
      TimerScheduler<RoomWord> timers,
      BeginningRoom.Parts parts,
      long incarnation) {
    super(context);
    this.timers = timers;
    this.parts = parts;
    this.incarnation = incarnation;
    this.room = new LiveRoom(parts.settings().rules(), incarnation & 0xFFFF_FFFFL, parts.side());
    this.tally = parts.loads().begin(parts.id());
    timers.startTimerWithFixedDelay(RoomWord.Timer.SWEEP, parts.settings().renewEvery());
    timers.startTimerWithFixedDelay(RoomWord.Timer.KEEP, parts.settings().checkpointEvery());
  }

  /**
   * @param begun which incarnation it is, and how things stood in the one before
   * @param seats who sits there
   */
  static Behavior<RoomWord> create(
      BeginningRoom.Parts parts, Checkpoints.Begun begun, Map<String, org.mmm.rooms.Seat> seats) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  var actor = new RoomActor(context, timers, parts, begun.incarnation());
                  actor.written(seats);
                  actor.standAsBefore(begun.positions());
                  return actor;
                }));
  }

  private void standAsBefore(byte[] positions) {
    Positions.read(positions, seats).forEach(room::stand);
    keptAt = room.walkedAt();
  }

  @Override
  public Receive<RoomWord> createReceive() {
    return newReceiveBuilder()
        .onMessage(RoomWord.Views.class, this::views)
        .onMessageEquals(RoomWord.Timer.TICK, this::collect)
        .onMessageEquals(RoomWord.Timer.LATE, this::tick)
        .onMessage(RoomWord.Attended.class, this::attended)
        .onMessage(RoomWord.SeatOf.class, this::seatOf)
        .onMessage(RoomWord.LeftOut.class, this::leftOut)
        .onMessage(RoomWord.Written.class, written -> written(written.seats()))
        .onMessage(RoomWord.Spoken.class, this::spoken)
        .onMessageEquals(RoomWord.Timer.SWEEP, this::sweep)
        .onMessageEquals(RoomWord.Timer.KEEP, this::keep)
        .onMessage(RoomWord.Kept.class, this::kept)
        .onSignal(PostStop.class, stopped -> stopped())
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
    if (relay.watches() && !timers.isTimerActive(RoomWord.Timer.TICK)) {
      timers.startTimerAtFixedRate(
          RoomWord.Timer.TICK, Duration.ofNanos(1_000_000_000L / room.rate()));
    }
    if (unanswered > 0 && views.tick() == asked && --unanswered == 0) tick();
    return this;
  }

  /** Asked for at the last moment, input rests nowhere on its way but for the tick itself. */
  private Behavior<RoomWord> collect() {
    if (unanswered > 0) tick(); // the last one is not over: it has waited long enough
    asked++;
    for (Subscriber relay : relays.values()) {
      if (!relay.watches()) continue;
      relay.collect(asked);
      unanswered++;
    }
    if (unanswered == 0) return tick();
    timers.startSingleTimer(RoomWord.Timer.LATE, ANSWERED_WITHIN);
    return this;
  }

  private Behavior<RoomWord> tick() {
    unanswered = 0;
    timers.cancel(RoomWord.Timer.LATE);
    room.tick();
    boolean watched = false;
    int watchers = 0;
    for (Subscriber relay : relays.values()) {
      relay.send(tally);
      watched |= relay.watches();
      watchers += relay.watchers();
    }
    tally.ticked(watchers);
    if (!watched) timers.cancel(RoomWord.Timer.TICK);
    return this;
  }

  private Behavior<RoomWord> seatOf(RoomWord.SeatOf asked) {
    asked.asker().tell(new RelayWord.Seated(asked.persona(), room.seat(asked.persona())));
    return this;
  }

  private Behavior<RoomWord> leftOut(RoomWord.LeftOut told) {
    tally.dropped(told.frames());
    return this;
  }

  private Behavior<RoomWord> spoken(RoomWord.Spoken spoken) {
    Message.Said what = spoken.what();
    if (timers.isTimerActive(RoomWord.Timer.TICK)) { // else nobody is here to hear it
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

  /** Keeps how things stand, if anybody has walked since it was kept last; one write at a time. */
  private Behavior<RoomWord> keep() {
    if (keeping || keptAt == room.walkedAt()) return this;
    keeping = true;
    keptAt = room.walkedAt();
    getContext()
        .pipeToSelf(
            parts.checkpoints().keep(parts.id(), incarnation, positions()),
            (kept, failure) -> new RoomWord.Kept(failure));
    return this;
  }

  /** Nobody is left to hear whether what is kept was kept well. */
  private Behavior<RoomWord> stopped() {
    tally.end();
    if (keptAt != room.walkedAt()) parts.checkpoints().keep(parts.id(), incarnation, positions());
    return this;
  }

  private byte[] positions() {
    return Positions.write(seats, room::pose);
  }

  private Behavior<RoomWord> kept(RoomWord.Kept kept) {
    keeping = false;
    Throwable failure = kept.failure();
    if (failure != null) {
      keptAt = 0; // once more, next time
      String why = String.valueOf(failure.getMessage());
      getContext().getLog().warn("how things stand in {} was not kept: {}", parts.id(), why);
    }
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
    if (!timers.isTimerActive(RoomWord.Timer.TICK)) room.tick(); // there is nobody to be told of it
    return this;
  }

  private void leave(String item) {
    int slot = room.seats().slot(item);
    if (slot < 0) return;
    relays.values().forEach(relay -> relay.left(slot));
    room.leave(item);
  }

  private void place(org.mmm.rooms.Seat seat) {
    Pose pose = Positions.placed(seat);
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
    if (now.stream() != null)
      room.animate(slot, now.stream(), now.millis(), parts.clock().getAsLong());
  }
}
