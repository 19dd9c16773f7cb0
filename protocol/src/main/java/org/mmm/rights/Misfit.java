package org.mmm.rights;

import org.jspecify.annotations.Nullable;

/** Why a Right that was presented does not permit. */
enum Misfit {
  /** It is about another Action. */
  PATTERN,
  /** It does not hold at this time. */
  WINDOW,
  /** The M-Instance gave it, but only the entity's owner can permit this. */
  UNSTAMPED,
  /** Another place or Item has stamped it. */
  OTHER_ENTITY,
  /** Who gave it owns the entity no more. */
  EPOCH,
  /** Who gave it is not the owner. */
  GIVER;

  /** The first thing that is wrong with it; none if it permits. */
  static @Nullable Misfit of(Right right, Matter matter) {
    if (!matter.fits(right)) return PATTERN;
    if (!right.holdsAt(matter.now())) return WINDOW;
    Facts facts = matter.facts();
    Stamp stamp = right.stamp();
    if (stamp == null) return matter.act().ownersAlone() ? UNSTAMPED : null;
    if (!stamp.entity().equals(facts.entity())) return OTHER_ENTITY;
    if (stamp.epoch() != facts.epoch()) return EPOCH;
    return right.giver().equals(facts.owner()) ? null : GIVER;
  }

  /** The rest of the sentence that begins "the one given by X". */
  String says(Right right, Facts facts) {
    Stamp stamp = right.stamp();
    return switch (this) {
      case PATTERN -> "is about \"" + right.pattern().sentence() + "\"";
      case WINDOW -> "does not hold at this time";
      case UNSTAMPED -> "was not confirmed by " + facts.entity();
      case OTHER_ENTITY ->
          "was confirmed by " + (stamp == null ? "nobody" : stamp.entity()) + " alone";
      case EPOCH ->
          "was stamped with epoch "
              + (stamp == null ? 0 : stamp.epoch())
              + ", the owner's epoch is "
              + facts.epoch();
      case GIVER -> "comes from one who is not the owner";
    };
  }
}
