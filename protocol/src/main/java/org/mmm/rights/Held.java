package org.mmm.rights;

/**
 * A Right with its place in the order of arrival. That order, not the clocks of the givers, says
 * which is newer.
 */
record Held(long number, Right right) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Held held && held.number == number;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
