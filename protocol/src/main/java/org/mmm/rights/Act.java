package org.mmm.rights;

import org.mmm.action.Action;

/** What an elementary Action means for one entity named in it; what permits differs by that. */
enum Act {
  /** Something is brought to this place, or done there. */
  ENTER,
  /** Read, copied, sent or rendered; the Item stays as it is. */
  USE,
  /** Placed, animated, altered, offered. */
  CHANGE,
  /** Made imperceptible, by which the owner of a place puts a Persona out. */
  DISABLE,
  /** Rights to it are given or taken: its owner's business alone. */
  GRANT;

  /** Whether it is enough that the entity is public. */
  boolean opensToAll() {
    return this == ENTER || this == USE;
  }

  /** Whether the owner of a place around the entity may do it. */
  boolean reachesInside() {
    return this == ENTER || this == DISABLE;
  }

  /** Whether a Right can permit it at all. */
  boolean grantable() {
    return this != GRANT;
  }

  /**
   * Whether such a Right must come from the entity's owner: the M-Instance's own are not enough.
   */
  boolean ownersAlone() {
    return this == CHANGE || this == DISABLE;
  }

  /** What it means for that entity. A name in a slot that nobody expected is taken for a change. */
  static Act of(Action verb, Slots slots, String entity) {
    if (verb == Action.CHANGE) return GRANT;
    if (entity.equals(slots.nil())) return onObject(verb);
    return slots.places().contains(entity) ? ENTER : CHANGE;
  }

  private static Act onObject(Action verb) {
    return switch (verb) {
      case IDENTIFY,
          MODIFY,
          VALIDATE,
          EXECUTE,
          CONVERT,
          AUTHENTICATE,
          DISCOVER,
          INFORM,
          INTERPRET,
          MM_SEND,
          RESOLVE,
          MM_CAPTURE,
          MU_ACTUATE,
          MU_SEND,
          UM_CAPTURE,
          UM_SEND ->
          USE;
      case MM_DISABLE -> DISABLE;
      default -> CHANGE;
    };
  }
}
