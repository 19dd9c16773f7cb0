package org.mmm.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.MotionFrame;
import org.mmm.kernel.CborSerializable;

/**
 * One Room as one node watches it. It follows the Room wherever it lives, hands each frame to all
 * for whom it is, as the same bytes, and says to the Room once a tick what they want. Whatever was
 * missed, all who missed it get a key frame.
 */
final class RelayActor extends AbstractBehavior<RelayMessage> {
  /** For so long those who come and leave are gathered; input waits until the Room asks for it. */
  private static final Duration FLUSH_AFTER = Duration.ofMillis(10);

  private final TimerScheduler<RelayMessage> timers;
  private final LiveSettings settings;
  private final Consumer<ActorRef<CborSerializable>> attend;
  private final Map<Integer, LiveWatch> watches = new LinkedHashMap<>();
  private final List<RoomWord.Viewer> came = new ArrayList<>();
  private final List<Integer> gone = new ArrayList<>();
  private final Wishes wishes = new Wishes();
  private @Nullable ActorRef<RoomWord> room;
  private long incarnation;
  private long seen;
  private boolean anew;
  private boolean key;
  private int last;
  private int leftOut;

  private RelayActor(
      ActorContext<RelayMessage> context,
      TimerScheduler<RelayMessage> timers,
      LiveSettings settings,
      Consumer<ActorRef<CborSerializable>> attend) {
    super(context);
    this.timers = timers;
    this.settings = settings;
    this.attend = attend;
    timers.startTimerWithFixedDelay(RelayMessage.Timer.RENEW, settings.renewEvery());
    askForRoom();
  }

  /**
   * @param attend says to the Room, wherever it is, that somebody wants to be greeted
   */
  static Behavior<RelayMessage> create(
      LiveSettings settings, Consumer<ActorRef<CborSerializable>> attend) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(timers -> new RelayActor(context, timers, settings, attend)));
  }

  @Override
  public Receive<RelayMessage> createReceive() {
    return newReceiveBuilder()
        .onMessage(RelayWord.Frames.class, this::frames)
        .onMessage(RelayWord.Collect.class, this::collect)
        .onMessageEquals(RelayMessage.Timer.FLUSH, this::flush)
        .onMessage(RelayMessage.Join.class, this::join)
        .onMessage(RelayMessage.Leave.class, this::leave)
        .onMessage(RelayMessage.NeedsKey.class, this::needsKey)
        .onMessage(RelayWord.Greeting.class, this::greeted)
        .onMessage(RelayWord.NoRoom.class, none -> endAll(Ending.NO_ROOM))
        .onMessageEquals(RelayMessage.Timer.RENEW, this::renew)
        .onMessageEquals(RelayMessage.Timer.ASK_AGAIN, this::askForRoom)
        .onSignal(Terminated.class, ended -> lost(ended.getRef()))
        .onSignal(PostStop.class, stopped -> endAll(Ending.STOPPED))
        .build();
  }

  private Behavior<RelayMessage> join(RelayMessage.Join join) {
    came.add(join.watch().begin(++last));
    watches.put(last, join.watch());
    key = true;
    return soon();
  }

  private Behavior<RelayMessage> leave(RelayMessage.Leave leave) {
    int number = leave.watch().number();
    if (watches.remove(number) != null) gone.add(number);
    leftOut += leave.watch().takeLeftOut();
    return soon();
  }

  private Behavior<RelayMessage> needsKey(RelayMessage.NeedsKey needs) {
    needs.watch().await();
    key = true;
    return soon();
  }

  /** The Room is told soon, with what else there will be then. */
  private Behavior<RelayMessage> soon() {
    if (room != null && !timers.isTimerActive(RelayMessage.Timer.FLUSH)) {
      timers.startSingleTimer(RelayMessage.Timer.FLUSH, FLUSH_AFTER);
    }
    return this;
  }

  /** Said by whatever is the Room now, each time when this relay attends it. */
  private Behavior<RelayMessage> greeted(RelayWord.Greeting greeting) {
    timers.cancel(RelayMessage.Timer.ASK_AGAIN);
    boolean same = greeting.room().equals(room);
    if (same && greeting.sent() == seen) return this;
    if (!same) {
      if (room != null) getContext().unwatch(room);
      getContext().watch(greeting.room());
      room = greeting.room();
      incarnation = greeting.incarnation();
    }
    seen = greeting.sent();
    return beginAnew();
  }

  /** All who watch are told to the Room again, and all need a key frame. */
  private Behavior<RelayMessage> beginAnew() {
    anew = true;
    key = true;
    watches.values().forEach(LiveWatch::await);
    return soon();
  }

  private Behavior<RelayMessage> frames(RelayWord.Frames told) {
    if (told.incarnation() != incarnation || told.number() <= seen) return this;
    boolean gap = told.number() != seen + 1;
    seen = told.number();
    if (gap) beginAnew();
    for (RelayWord.Part part : told.parts()) {
      if (part.viewers().length == 0) {
        for (LiveWatch watch : watches.values()) hand(watch, part.frame());
      } else {
        for (int viewer : part.viewers()) hand(watches.get(viewer), part.frame());
      }
    }
    byte @Nullable [] keyFrame = told.key();
    if (keyFrame != null) {
      for (LiveWatch watch : watches.values()) if (watch.waits()) watch.tell(keyFrame, true);
    }
    for (int ended : told.ended()) {
      LiveWatch watch = watches.remove(ended);
      if (watch != null) watch.end(Ending.LEFT);
    }
    return this;
  }

  private static void hand(@Nullable LiveWatch watch, byte[] frame) {
    if (watch != null && !watch.waits()) watch.tell(frame, false);
  }

  private Behavior<RelayMessage> flush() {
    boolean nothing = !anew && !key && came.isEmpty() && gone.isEmpty();
    return nothing ? this : views(0);
  }

  /** It is answered in any case: the Room waits for it. */
  private Behavior<RelayMessage> collect(RelayWord.Collect asked) {
    for (LiveWatch watch : watches.values()) {
      MotionFrame wish = watch.takeWish();
      if (wish != null && wish.incarnation() == incarnation) wishes.add(watch.number(), wish);
    }
    return views(asked.tick());
  }

  private Behavior<RelayMessage> views(long tick) {
    ActorRef<RoomWord> to = room;
    if (to == null) return this;
    if (anew) {
      came.clear();
      watches.values().forEach(watch -> came.add(watch.viewer()));
    }
    to.tell(
        new RoomWord.Views(
            getContext().getSelf().narrow(),
            tick,
            anew,
            List.copyOf(came),
            gone.stream().mapToInt(n -> n).toArray(),
            key,
            wishes.take()));
    anew = false;
    key = false;
    came.clear();
    gone.clear();
    return this;
  }

  /** Who still waits for a key frame waits because a message was lost. */
  private Behavior<RelayMessage> renew() {
    if (room != null && watches.values().stream().anyMatch(LiveWatch::waits)) {
      anew = true;
      key = true;
      soon();
    }
    attendRoom();
    tellLeftOut();
    return this;
  }

  /** The Room counts it; while there is none, it waits here. */
  private void tellLeftOut() {
    for (LiveWatch watch : watches.values()) leftOut += watch.takeLeftOut();
    if (room == null || leftOut == 0) return;
    room.tell(new RoomWord.LeftOut(leftOut));
    leftOut = 0;
  }

  private Behavior<RelayMessage> askForRoom() {
    attendRoom();
    timers.startSingleTimer(RelayMessage.Timer.ASK_AGAIN, settings.askAgainAfter());
    return this;
  }

  private void attendRoom() {
    attend.accept(getContext().getSelf().<RelayWord>narrow().unsafeUpcast());
  }

  private Behavior<RelayMessage> lost(ActorRef<Void> ended) {
    if (room == null || !room.path().equals(ended.path())) return this;
    room = null;
    timers.cancel(RelayMessage.Timer.FLUSH);
    watches.values().forEach(LiveWatch::await);
    return askForRoom();
  }

  private Behavior<RelayMessage> endAll(Ending why) {
    List<LiveWatch> all = List.copyOf(watches.values());
    watches.clear();
    all.forEach(watch -> watch.end(why));
    return this;
  }
}
