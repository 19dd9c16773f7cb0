package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Preposition;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;
import org.mmm.rights.HeldRights;
import org.mmm.rights.Right;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The latest things that were sent to a Process, each Item once. Their Rights are held as long as
 * they are here; the oldest gives way.
 */
public final class Gifts {
  private static final Gifts NONE = new Gifts(TreePMap.empty(), HashTreePMap.empty());

  private final TreePMap<Long, Gift> byNumber;
  private final PMap<String, Long> numbers;

  private Gifts(TreePMap<Long, Gift> byNumber, PMap<String, Long> numbers) {
    this.byNumber = byNumber;
    this.numbers = numbers;
  }

  static Gifts none() {
    return NONE;
  }

  @JsonCreator
  static Gifts of(List<Gift> oldestFirst) {
    Gifts gifts = NONE;
    for (Gift gift : oldestFirst) gifts = gifts.with(gift, Integer.MAX_VALUE);
    return gifts;
  }

  /** Oldest first. */
  @JsonValue
  List<Gift> all() {
    return List.copyOf(byNumber.values());
  }

  /** With one more, as the newest. */
  Gifts with(Gift gift, int atMost) {
    long next = byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1;
    Long before = numbers.get(gift.item());
    TreePMap<Long, Gift> more = before == null ? byNumber : byNumber.minus(before);
    Gifts gifts = new Gifts(more.plus(next, gift), numbers.plus(gift.item(), next));
    while (gifts.byNumber.size() > atMost) gifts = gifts.withoutOldest();
    return gifts;
  }

  /** All Rights that they bring. */
  List<Right> rights() {
    List<Right> all = new ArrayList<>();
    byNumber.values().forEach(gift -> all.addAll(gift.rights()));
    return all;
  }

  /** The Rights that fit the sentence: these, and those that were granted. */
  Grounds grounds(ProcessAction action, HeldRights granted, long now) {
    Grounds held = granted.grounds(action, now);
    Set<Right> fitting = new LinkedHashSet<>();
    for (String id : action.complements().ids(Preposition.NIL)) {
      Long number = numbers.get(id);
      Gift gift = number == null ? null : byNumber.get(number);
      if (gift == null) continue;
      fitting.addAll(HeldRights.of(gift.rights()).grounds(action, now).rights());
    }
    if (fitting.isEmpty()) return held;
    fitting.addAll(held.rights());
    return new Grounds(fitting.stream().limit(Grounds.MOST).toList());
  }

  private Gifts withoutOldest() {
    Long first = byNumber.firstKey();
    Gift oldest = byNumber.get(first);
    return oldest == null ? this : new Gifts(byNumber.minus(first), numbers.minus(oldest.item()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Gifts g && g.all().equals(all());
  }

  @Override
  public int hashCode() {
    return all().hashCode();
  }
}
