package org.mmm.faults;

import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * One Item and the Rights about it, as if everything happened one after the other: what the
 * protocols are compared with.
 *
 * @param offeredTo to whom it is given away; empty if it is not
 * @param rights who may embed it where, as {@code holder at place}
 */
record Possession(String owner, String place, String offeredTo, PSet<String> rights) {
  static Possession of(Sight begin) {
    return new Possession(begin.owner(), begin.place(), "", HashTreePSet.empty());
  }

  /** What comes of a deed done now; empty if it cannot be done, or not end so. */
  Optional<Possession> after(Op op, Setting setting) {
    Deed deed = op.deed();
    if (op.end() == Op.End.REFUSED) return owner.equals(op.who()) ? Optional.empty() : same();
    if (deed instanceof Deed.Move d) {
      boolean may = setting.place(d.to()).open() || rights.contains(right(op.who(), d.to()));
      return owner.equals(op.who()) && may
          ? Optional.of(new Possession(owner, d.to(), offeredTo, rights))
          : Optional.empty();
    }
    if (deed instanceof Deed.Offer d) {
      return owner.equals(op.who())
          ? Optional.of(new Possession(owner, place, d.buyer(), rights))
          : Optional.empty();
    }
    if (deed instanceof Deed.Take d) {
      return owner.equals(d.seller()) && offeredTo.equals(op.who())
          ? Optional.of(new Possession(op.who(), place, "", rights))
          : Optional.empty();
    }
    if (deed instanceof Deed.Allow d) {
      String right = right(d.holder(), d.place());
      return Optional.of(
          new Possession(
              owner, place, offeredTo, d.may() ? rights.plus(right) : rights.minus(right)));
    }
    return new Sight(owner, place).equals(op.seen()) ? same() : Optional.empty();
  }

  /**
   * Whether that end says something about the Item alone: what was done; and a refusal for want of
   * Rights where only the owner's are asked for.
   */
  static boolean tells(Op op, Setting setting) {
    if (op.deed().subject().isEmpty()) return false;
    if (op.deed() instanceof Deed.Look) return op.ok();
    if (op.end() != Op.End.REFUSED) return true;
    Set<String> missing = Set.of("InsRights");
    return missing.contains(op.reason())
        && (op.deed() instanceof Deed.Offer
            || op.deed() instanceof Deed.Move d && setting.place(d.to()).open());
  }

  private Optional<Possession> same() {
    return Optional.of(this);
  }

  private static String right(String holder, String place) {
    return holder + " at " + place;
  }
}
