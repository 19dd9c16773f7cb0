package org.mmm.rights;

import org.mmm.action.Action;
import org.mmm.pa.ProcessAction;

/**
 * One elementary Action before one entity, read once.
 *
 * @param verb the Action, or the part of a composite
 * @param slots its complements
 * @param act what it means for the entity
 * @param facts what the entity knows of itself
 * @param now milliseconds since 1970 UTC
 */
record Matter(Action verb, Slots slots, Act act, Facts facts, long now) {
  static Matter of(Action verb, ProcessAction action, Facts facts, long now) {
    Slots slots = Slots.of(verb, action);
    return new Matter(verb, slots, Act.of(verb, slots, facts.entity()), facts, now);
  }

  String subject() {
    return slots.subject();
  }

  boolean permittedBy(Right right) {
    return Misfit.of(right, this) == null;
  }

  /** Whether the pattern of that Right permits it, whoever gave it and when. */
  boolean fits(Right right) {
    return right.may()
        && Family.permits(right.pattern().action(), verb)
        && right.pattern().permits(slots);
  }
}
