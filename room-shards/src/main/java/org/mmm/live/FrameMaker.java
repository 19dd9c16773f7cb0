package org.mmm.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.frame.Happening;
import org.mmm.frame.RoomFrameWriter;

/** Encodes what is told at one tick: once for each cell, when it is first asked for. */
final class FrameMaker {
  private final LiveRules rules;
  private final Seats seats;
  private final Motions motions;
  private final InterestGrid grid;
  private final RoomFrameWriter writer = new RoomFrameWriter();
  private final byte[] @Nullable [] ofCells;
  private final BitSet made = new BitSet();
  private final BitSet whole = new BitSet();
  private final BitSet wholeNext = new BitSet();
  private List<Happening> happenings = new ArrayList<>();
  private List<Happening> happeningsNext = new ArrayList<>();
  private byte @Nullable [] key;
  private byte @Nullable [] ofAll;
  private boolean madeOfAll;
  private int[] near = new int[16];
  private int[] toldAt = new int[16];
  private final int[] far;
  private int farCount;
  private int turn;
  private long incarnation;
  private int tick;

  FrameMaker(LiveRules rules, Seats seats, Motions motions, InterestGrid grid) {
    this.rules = rules;
    this.seats = seats;
    this.motions = motions;
    this.grid = grid;
    this.far = new int[rules.farPerTick()];
    this.ofCells = new byte[grid.cells()][];
  }

  /** That slot is taken anew. */
  void seated(int slot) {
    if (slot >= toldAt.length) {
      toldAt = Arrays.copyOf(toldAt, 2 * slot);
      near = new int[2 * slot];
    }
    toldAt[slot] = 0;
  }

  /** To be told at the next tick. */
  void happened(Happening what) {
    happeningsNext.add(what);
  }

  /** Somebody watches from that cell who did not: at the next tick all around it are told. */
  void arrived(int cell) {
    wholeNext.set(cell);
  }

  /** From here on frames are of that tick. */
  void begin(long ofIncarnation, int ofTick) {
    incarnation = ofIncarnation;
    tick = ofTick;
    List<Happening> told = happenings;
    happenings = happeningsNext;
    happeningsNext = told;
    happeningsNext.clear();
    whole.clear();
    whole.or(wholeNext);
    wholeNext.clear();
    made.clear();
    madeOfAll = false;
    key = null;
    chooseFar();
  }

  byte @Nullable [] ofCell(int cell) {
    if (!made.get(cell)) {
      made.set(cell);
      ofCells[cell] = encode(cell);
    }
    return ofCells[cell];
  }

  /** For who looks on from no seat: of one cell it is that cell's, of many all are far. */
  byte @Nullable [] ofAll() {
    if (grid.cells() == 1) return ofCell(0);
    if (!madeOfAll) {
      madeOfAll = true;
      begin(false);
      for (int i = 0; i < farCount; i++) motions.write(far[i], writer);
      happenings.forEach(writer::happening);
      ofAll = writer.isEmpty() ? null : writer.end();
    }
    return ofAll;
  }

  /** All that is there. */
  byte[] key() {
    byte[] made = key;
    if (made != null) return made;
    begin(true);
    for (int s = 0; s < seats.end(); s++) {
      if (seats.at(s) != null && !seats.hidden(s)) motions.write(s, writer);
    }
    for (int s = 0; s < seats.end(); s++) {
      Happening.Came who = seats.at(s);
      if (who == null) continue;
      writer.happening(who);
      Happening.Animated how = seats.animated(s);
      if (how != null) writer.happening(how);
    }
    made = writer.end();
    key = made;
    return made;
  }

  private byte @Nullable [] encode(int cell) {
    boolean all = whole.get(cell);
    begin(false);
    int count = grid.around(cell, near);
    for (int i = 0; i < count; i++) {
      int slot = near[i];
      if ((all || motions.movedAt(slot) == tick) && !seats.hidden(slot)) {
        motions.write(slot, writer);
      }
    }
    for (int i = 0; i < farCount; i++) {
      int slot = far[i];
      boolean told = grid.near(cell, grid.cellOf(slot)) && (all || motions.movedAt(slot) == tick);
      if (!told) motions.write(slot, writer);
    }
    happenings.forEach(writer::happening);
    return writer.isEmpty() ? null : writer.end();
  }

  /** Those whose turn it is to be told to all: who moved since their last turn. */
  private void chooseFar() {
    farCount = 0;
    int end = seats.end();
    if (grid.cells() == 1) return; // nobody is far
    for (int looked = 0; looked < end && farCount < rules.farPerTick(); looked++) {
      turn = turn + 1 >= end ? 0 : turn + 1;
      if (seats.at(turn) != null && !seats.hidden(turn) && motions.movedAt(turn) > toldAt[turn]) {
        toldAt[turn] = tick;
        far[farCount++] = turn;
      }
    }
  }

  /** The sequence is the tick: at most one frame of each tick is for any watcher. */
  private void begin(boolean isKey) {
    writer.begin(isKey, incarnation, tick, tick, rules.rate());
  }
}
