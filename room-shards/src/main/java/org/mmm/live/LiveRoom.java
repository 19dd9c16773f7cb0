package org.mmm.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.Happening;
import org.mmm.frame.Pose;

/**
 * A Room in which things move: who is there, how they stand, and what is to be told of it at each
 * tick. No clock, no actor; what it is told between two ticks is told on at the next one.
 *
 * <p>Who watches from a seat is told, at every tick, of those in its cell of the interest grid and
 * in the neighbouring ones; of all others in turns, {@link LiveRules#farPerTick} a tick. So what a
 * watcher costs depends on its surroundings and not on the size of the Room.
 */
final class LiveRoom {
  /** So long after it was said an animation is told to a Room that did not know of it: 60 s. */
  static final long ANIMATED_MILLIS = 60_000;

  private final LiveRules rules;
  private final long incarnation;
  private final Seats seats = new Seats();
  private final Motions motions;
  private final InterestGrid grid;
  private final FrameMaker frames;
  private int[] watched = new int[16];
  private boolean[] wishes = new boolean[16];
  private int[] wishing = new int[16];
  private int wishingCount;
  private int tick;
  private int walkedAt;

  /**
   * @param incarnation unlike any before
   * @param side metres of the floor; 0 for one without bounds
   */
  LiveRoom(LiveRules rules, long incarnation, double side) {
    this.rules = rules;
    this.incarnation = incarnation;
    this.motions = new Motions(rules, side);
    this.grid = new InterestGrid(side, rules.cell());
    this.frames = new FrameMaker(rules, seats, motions, grid);
  }

  /**
   * An Item is placed: it comes, or stands elsewhere now.
   *
   * @return its slot; -1 if the Room has no slot left, and then it is not live here
   */
  int place(String item, String dataType, String name, Pose at) {
    int slot = seats.slot(item);
    if (slot < 0) {
      slot = seats.take(item, dataType, name);
      if (slot < 0) return slot;
      if (slot >= watched.length) grow(slot);
      motions.place(slot, at, tick + 1);
      grid.add(slot, at.x(), at.z());
      frames.seated(slot);
      frames.happened(came(slot));
    } else {
      frames.happened(seats.raise(slot));
      motions.place(slot, at, tick + 1);
      moveOnGrid(slot);
      wishes[slot] = false;
    }
    return slot;
  }

  /** It stood there before this Room began anew; nobody is told how it came there. */
  void stand(String item, Pose pose) {
    int slot = seats.slot(item);
    if (slot < 0) return;
    motions.place(slot, pose, tick + 1);
    moveOnGrid(slot);
  }

  /** An Item can be perceived from now on, or cannot. */
  void perceive(int slot, boolean perceptible) {
    if (!seats.perceive(slot, perceptible)) return;
    frames.happened(new Happening.Perceived(slot, perceptible));
    if (perceptible) motions.show(slot, tick + 1);
  }

  /**
   * An Item is animated. What is known already stays as it is, and goes on in the phase in which
   * all see it; what was said too long ago is over.
   *
   * @param stream the Stream
   * @param since when that was said, in ms since 1970
   * @param now the time, in ms since 1970
   */
  void animate(int slot, String stream, long since, long now) {
    long age = Math.max(0, now - since);
    if (age > ANIMATED_MILLIS) return;
    long began = tick + 1 - age * rules.rate() / 1000;
    Happening.Animated told = seats.animate(slot, stream, since, (int) Math.max(0, began));
    if (told != null) frames.happened(told);
  }

  /** Somebody says something to all who watch. */
  void say(String process, String message, String text) {
    frames.happened(new Happening.Said(process, message, text));
  }

  /** An Item has left. */
  void leave(String item) {
    int slot = seats.slot(item);
    if (slot < 0) return;
    seats.leave(slot);
    grid.remove(slot);
    wishes[slot] = false;
    watched[slot] = 0;
    frames.happened(new Happening.Left(slot));
  }

  /** How who steers that slot wants it to stand; left if it was placed since the wish was made. */
  void wish(
      int slot, long generation, int input, int x, int y, int z, int yaw, int pitch, int roll) {
    Happening.Came who = seats.at(slot);
    if (who == null || who.generation() != generation || !who.dataType().equals("Persona")) return;
    motions.wish(slot, input, x, y, z, yaw, roll << 8 | pitch);
    if (wishes[slot]) return;
    wishes[slot] = true;
    if (wishingCount == wishing.length) wishing = Arrays.copyOf(wishing, 2 * wishingCount);
    wishing[wishingCount++] = slot;
  }

  /** One more watches from that seat, or one fewer. */
  void watch(int slot, int more) {
    watched[slot] = Math.max(0, watched[slot] + more);
  }

  /** The Room's time goes on: wishes are fulfilled, and frames can be asked for. */
  void tick() {
    tick++;
    for (int i = 0; i < wishingCount; i++) {
      int slot = wishing[i];
      if (!wishes[slot]) continue;
      wishes[slot] = false;
      if (!motions.walk(slot, tick)) continue;
      moveOnGrid(slot);
      walkedAt = tick;
    }
    wishingCount = 0;
    frames.begin(incarnation, tick);
  }

  /** What is told at this tick to who watches from that seat; null if nothing is. */
  byte @Nullable [] frame(int slot) {
    return frames.ofCell(grid.cellOf(slot));
  }

  /** What is told at this tick to who only looks on; null if nothing is. */
  byte @Nullable [] frame() {
    return frames.ofAll();
  }

  /** Whether all who watch are told the same. */
  boolean seesAll() {
    return grid.cells() == 1;
  }

  /** All that is there, at this tick. */
  byte[] keyFrame() {
    return frames.key();
  }

  Seats seats() {
    return seats;
  }

  Pose pose(int slot) {
    return motions.pose(slot);
  }

  /** How that Item stands; null if it is not here. */
  @Nullable Pose pose(String item) {
    int slot = seats.slot(item);
    return slot < 0 ? null : motions.pose(slot);
  }

  /** The tick at which somebody walked the last time; 0 if nobody did. */
  int walkedAt() {
    return walkedAt;
  }

  /** The seat of that Item; null if it is not here. */
  @Nullable Seat seat(String item) {
    Happening.Came who = seats.at(seats.slot(item));
    return who == null ? null : new Seat(item, who.slot(), incarnation, who.generation());
  }

  long incarnation() {
    return incarnation;
  }

  int rate() {
    return rules.rate();
  }

  private Happening.Came came(int slot) {
    Happening.Came who = seats.at(slot);
    if (who == null) throw new IllegalStateException("nobody sits in slot " + slot);
    return who;
  }

  private void moveOnGrid(int slot) {
    boolean elsewhere = grid.move(slot, motions.x(slot), motions.z(slot));
    if (elsewhere && watched[slot] > 0) frames.arrived(grid.cellOf(slot));
  }

  private void grow(int slot) {
    int length = Math.max(slot + 1, 2 * watched.length);
    watched = Arrays.copyOf(watched, length);
    wishes = Arrays.copyOf(wishes, length);
  }
}
