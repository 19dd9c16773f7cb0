package org.mmm.live;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.MotionFrame;

/** One who watches, as its relay knows it. Its wish is a place of its own: the newest counts. */
final class LiveWatch implements Watch {
  private final String room;
  private final Watcher watcher;
  private final @Nullable String persona;
  private final ActorRef<RelaysActor.Word> relays;
  private final AtomicReference<@Nullable MotionFrame> wish = new AtomicReference<>();
  private final AtomicBoolean over = new AtomicBoolean();

  /** By which its relay and the Room know it, and whether it waits for a key frame: the relay's. */
  private int number;

  private boolean waits = true;

  LiveWatch(
      String room, Watcher watcher, @Nullable String persona, ActorRef<RelaysActor.Word> relays) {
    this.room = room;
    this.watcher = watcher;
    this.persona = persona;
    this.relays = relays;
  }

  @Override
  public void move(MotionFrame newest) {
    if (persona != null) wish.set(newest);
  }

  @Override
  public void keyFrame() {
    relays.tell(new RelaysActor.NeedsKey(this));
  }

  @Override
  public void close() {
    if (over.compareAndSet(false, true)) relays.tell(new RelaysActor.End(this));
  }

  String room() {
    return room;
  }

  int number() {
    return number;
  }

  boolean waits() {
    return waits;
  }

  /** Nothing but a key frame is of use to it. */
  void await() {
    waits = true;
  }

  RoomWord.Viewer viewer() {
    return new RoomWord.Viewer(number, persona);
  }

  RoomWord.Viewer begin(int as) {
    number = as;
    return viewer();
  }

  @Nullable MotionFrame takeWish() {
    return wish.get() == null ? null : wish.getAndSet(null);
  }

  void tell(byte[] frame, boolean key) {
    if (over.get()) return;
    if (key) waits = false;
    watcher.frame(frame, key);
  }

  /** How many frames the watcher left out since this was asked. */
  int takeLeftOut() {
    return watcher.takeLeftOut();
  }

  /** The watch is over, and not because who watches closed it. */
  void end(Ending why) {
    if (!over.compareAndSet(false, true)) return;
    watcher.ended(why);
    relays.tell(new RelaysActor.End(this));
  }
}
