package org.mmm.bench;

/**
 * When who is due: each member so many times a second, one after the other and evenly, whether the
 * load keeps up or not.
 *
 * @param begin nanoseconds of the first
 * @param members who take turns
 * @param hz turns of each a second
 */
record Schedule(long begin, int members, int hz) {
  /** Nanoseconds at which turn number {@code turn} is due, from 0 on. */
  long due(long turn) {
    long rounds = turn / members;
    long within = turn % members;
    return begin + (long) ((rounds + (double) within / members) * 1e9 / hz);
  }

  /** Whose turn it is. */
  int who(long turn) {
    return (int) (turn % members);
  }
}
