package org.mmm.rights;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

/**
 * The Rights that one Process holds, immutable. What one giver says of one canonical pattern is one
 * register: its newest May Not replaces its Mays, its newest May its May Not. Mays on different
 * verbs of a family stand beside one another, as each permits something else. Obligations are a
 * register of their own, for they permit and forbid nothing.
 *
 * <p>Newer is what came later, whatever the clocks of the givers say. When a place or Item has
 * stamped a Right with a higher epoch than others held, those have lapsed and are dropped.
 *
 * <p>Written as the plain list of Rights, in the order in which they came.
 */
public final class HeldRights {
  public static final HeldRights NONE =
      new HeldRights(Shards.empty(), Groups.empty(), Groups.empty(), Index.EMPTY, Index.EMPTY, 0);

  private static final Comparator<Held> OLDEST_FIRST = Comparator.comparingLong(Held::number);

  private final Shards<String, Held> byId;
  private final Groups<Register> registers;
  private final Groups<String> byStamp;
  private final Index mays;
  private final Index mayNots;
  private final long next;

  /** The hash is kept: a map that is copied asks every key for it. */
  private record Register(String giver, Pattern canonical, boolean must, int hash) {
    static Register of(Right right) {
      Pattern canonical = right.pattern().canonical();
      boolean must = right.verb() == DeonticVerb.MUST;
      return new Register(
          right.giver(), canonical, must, Objects.hash(right.giver(), canonical, must));
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private HeldRights(
      Shards<String, Held> byId,
      Groups<Register> registers,
      Groups<String> byStamp,
      Index mays,
      Index mayNots,
      long next) {
    this.byId = byId;
    this.registers = registers;
    this.byStamp = byStamp;
    this.mays = mays;
    this.mayNots = mayNots;
    this.next = next;
  }

  /** What results when these are given one after the other. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static HeldRights of(List<Right> rights) {
    HeldRights held = NONE;
    for (Right right : rights) held = held.with(right);
    return held;
  }

  /**
   * These and that one, in its register. One of the same ID is replaced; one that was stamped in an
   * earlier ownership than another held is not taken, for it has lapsed.
   */
  public HeldRights with(Right right) {
    HeldRights kept = this;
    Held sameId = byId.get(right.id());
    if (sameId != null) kept = kept.drop(sameId);
    Stamp stamp = right.stamp();
    if (stamp != null) {
      for (Held other : byStamp.get(stamp.entity())) {
        long epoch = epochOf(other);
        if (epoch > stamp.epoch()) return this;
        if (epoch < stamp.epoch()) kept = kept.drop(other);
      }
    }
    for (Held other : registers.get(Register.of(right))) {
      if (replaces(right, other.right())) kept = kept.drop(other);
    }
    return kept.add(right);
  }

  public HeldRights without(String rightId) {
    Held held = byId.get(rightId);
    return held == null ? this : drop(held);
  }

  /** All of them, in the order in which they came. */
  @JsonValue
  public List<Right> list() {
    List<Held> all = byId.values();
    all.sort(OLDEST_FIRST);
    return all.stream().map(Held::right).toList();
  }

  public Optional<Right> find(String rightId) {
    return Optional.ofNullable(byId.get(rightId)).map(Held::right);
  }

  public int size() {
    return byId.size();
  }

  /** What must be done: listed for people, it permits nothing. */
  public List<Right> obligations() {
    return list().stream().filter(right -> right.verb() == DeonticVerb.MUST).toList();
  }

  /**
   * Why that Right cannot be added: Clash when {@code most} Rights are held and it replaces none.
   * May Nots are counted apart, so that nobody escapes one by holding too much.
   *
   * @param most the bound of {@link Quotas#rightsHeld()}, for each of the two kinds
   */
  public Optional<PaStatus.Err> refuses(Right right, int most) {
    if (size() < most) return Optional.empty(); // so few in all: no need to count
    HeldRights after = with(right);
    long alike = after.count(right.mayNot());
    if (alike <= most || alike <= count(right.mayNot())) return Optional.empty();
    String kind = right.mayNot() ? "May Nots" : "Rights";
    return Optional.of(
        PaStatus.err(
            Reason.CLASH,
            most
                + " "
                + kind
                + " are held, which is the most; one must go before there is room for \""
                + right.sentence()
                + "\""));
  }

  /** The newest May Not that forbids the Action now, in milliseconds since 1970 UTC. */
  public Optional<Right> forbidding(ProcessAction action, long now) {
    Slots asked = Slots.of(action);
    Newest newest = new Newest();
    for (Action part : Family.parts(action.action())) {
      mayNots.forbidding(
          part,
          asked,
          held -> {
            Right right = held.right();
            if (right.holdsAt(now)
                && Family.forbids(right.pattern().action(), part)
                && right.pattern().forbids(asked)) {
              newest.see(held);
            }
          });
    }
    return Optional.ofNullable(newest.held).map(Held::right);
  }

  /**
   * The Mays that permit the Action now, or a part of it when it is a composite: the newest {@value
   * Grounds#MOST}, the newest first.
   */
  public Grounds grounds(ProcessAction action, long now) {
    Slots asked = Slots.of(action);
    List<Held> fitting = new ArrayList<>();
    for (Action part : Family.parts(action.action())) {
      mays.permitting(
          part,
          asked,
          held -> {
            Right right = held.right();
            if (right.holdsAt(now)
                && Family.permits(right.pattern().action(), part)
                && right.pattern().permits(asked)) {
              fitting.add(held);
            }
          });
    }
    if (fitting.isEmpty()) return Grounds.NONE;
    fitting.sort(OLDEST_FIRST.reversed());
    // A composite's Right is seen once for each of its parts.
    return new Grounds(fitting.stream().distinct().limit(Grounds.MOST).map(Held::right).toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HeldRights held && held.list().equals(list());
  }

  @Override
  public int hashCode() {
    return list().hashCode();
  }

  @Override
  public String toString() {
    return list().toString();
  }

  private static boolean replaces(Right newer, Right older) {
    return !newer.may() || older.mayNot() || older.pattern().action() == newer.pattern().action();
  }

  private static long epochOf(Held held) {
    Stamp stamp = held.right().stamp();
    return stamp == null ? 0 : stamp.epoch();
  }

  private long count(boolean mayNot) {
    return byId.values().stream().filter(held -> held.right().mayNot() == mayNot).count();
  }

  private HeldRights add(Right right) {
    Held held = new Held(next, right);
    return new HeldRights(
        byId.with(right.id(), held),
        registers.with(Register.of(right), held),
        right.stamp() == null ? byStamp : byStamp.with(right.stamp().entity(), held),
        right.may() ? mays.with(held) : mays,
        right.mayNot() ? mayNots.with(held) : mayNots,
        next + 1);
  }

  /** Without that one; the same if it is gone already. */
  private HeldRights drop(Held held) {
    Right right = held.right();
    if (!held.equals(byId.get(right.id()))) return this;
    return new HeldRights(
        byId.without(right.id()),
        registers.without(Register.of(right), held),
        right.stamp() == null ? byStamp : byStamp.without(right.stamp().entity(), held),
        right.may() ? mays.without(held) : mays,
        right.mayNot() ? mayNots.without(held) : mayNots,
        next);
  }

  private static final class Newest {
    private @Nullable Held held;

    void see(Held other) {
      if (held == null || other.number() > held.number()) held = other;
    }
  }
}
