package org.mmm.rights;

import static java.util.Objects.requireNonNull;

/**
 * The word of a place or Item that the giver of a Right owned it, and in which ownership. The epoch
 * rises with every transfer, so what earlier owners gave lapses.
 *
 * @param entity the ID of the place or Item that confirmed it
 * @param epoch its ownership epoch then, from 0
 */
public record Stamp(String entity, long epoch) {
  public Stamp {
    entity = Names.one(requireNonNull(entity, "the stamping entity is missing"));
    if (epoch < 0)
      throw new IllegalArgumentException("an epoch must not be negative, was " + epoch);
  }
}
