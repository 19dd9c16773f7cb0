package org.mmm.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Whether deeds that overlap came to the same as some order of them, one after the other, in which
 * each is done between its question and its answer: the search of Wing and Gong, each deed put in
 * its place as late as possible, and no situation gone through twice. A deed whose end is unknown
 * may be done at any time after its question, or never.
 *
 * @param <S> what the deeds are done to
 */
final class Linearization<S> {
  /** So many situations at the same time are more than any honest history has. */
  private static final int WIDEST = 100_000;

  private record Situation<S>(S state, PSet<Integer> done) {}

  private record Moment(long at, boolean answer, Op op) {}

  private final BiFunction<S, Op, Optional<S>> after;
  private final TreeMap<Integer, Op> pending = new TreeMap<>();
  private Set<Situation<S>> possible = new HashSet<>();

  /**
   * @param after what comes of a deed with that end; empty if it cannot come to that end there
   */
  Linearization(S begin, BiFunction<S, Op, Optional<S>> after) {
    this.after = after;
    possible.add(new Situation<>(begin, HashTreePSet.empty()));
  }

  /** The first contradiction, in words; empty if there is an order. */
  Optional<String> contradiction(List<Op> ops) {
    for (Moment moment : moments(ops)) {
      Op op = moment.op();
      if (!moment.answer()) {
        pending.put(op.id(), op);
        continue;
      }
      Set<Situation<S>> next = answered(op);
      if (next.isEmpty()) return Optional.of(told(op));
      pending.remove(op.id());
      possible = next;
    }
    return Optional.empty();
  }

  /** All situations in which that deed is done. */
  private Set<Situation<S>> answered(Op op) {
    Set<Situation<S>> next = new HashSet<>();
    Set<Situation<S>> seen = new HashSet<>();
    possible.forEach(s -> seen.add(observed(s)));
    Deque<Situation<S>> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Situation<S> now = open.pop();
      if (now.done().contains(op.id())) {
        next.add(new Situation<>(now.state(), now.done().minus(op.id())));
        continue;
      }
      for (Op other : pending.values()) {
        if (now.done().contains(other.id())) continue;
        after
            .apply(now.state(), other)
            .map(s -> observed(new Situation<>(s, now.done().plus(other.id()))))
            .filter(seen::add)
            .ifPresent(open::push);
      }
      if (seen.size() > WIDEST) {
        throw new IllegalStateException(
            "more than " + WIDEST + " situations at " + op + ": too many deeds at the same time");
      }
    }
    return next;
  }

  /** With all done that only observes and fits: it changes nothing, so sooner is never worse. */
  private Situation<S> observed(Situation<S> now) {
    PSet<Integer> done = now.done();
    for (Op op : pending.values()) {
      boolean observes = op.seen() != null || op.end() == Op.End.REFUSED;
      if (observes && after.apply(now.state(), op).isPresent()) done = done.plus(op.id());
    }
    return new Situation<>(now.state(), done);
  }

  private String told(Op op) {
    Set<S> states = new HashSet<>();
    possible.forEach(s -> states.add(s.state()));
    List<Op> beside = new ArrayList<>(pending.values());
    beside.remove(op);
    return "no order explains " + op + "\n  before it: " + states + "\n  beside it: " + beside;
  }

  /** Questions before answers of the same time: such deeds overlap. */
  private static List<Moment> moments(List<Op> ops) {
    List<Moment> moments = new ArrayList<>();
    for (Op op : ops) {
      moments.add(new Moment(op.began(), false, op));
      if (op.ended() != null) moments.add(new Moment(op.ended(), true, op));
    }
    moments.sort(Comparator.comparingLong(Moment::at).thenComparing(Moment::answer));
    return moments;
  }
}
