package org.mmm.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who saw this node when. It may write for a time after the moment at which a majority of all
 * members, itself among them, saw it; a member is held to have seen it when it was asked, not when
 * it answered. Times are nanoseconds of a clock that only goes forward.
 *
 * @param <M> a member
 */
final class LeaseRecord<M> {
  private final long length;
  private final Map<M, Long> seen = new HashMap<>();

  /**
   * @param length how long the lease lasts, in nanoseconds
   */
  LeaseRecord(long length) {
    this.length = length;
  }

  /** That member answered what it was asked at that time. */
  void seenBy(M member, long asked) {
    seen.merge(member, asked, Math::max);
  }

  /**
   * Until when the lease lasts.
   *
   * @param others all members but this node, whether they can be reached or not
   * @param now is when this node sees itself
   */
  long until(Set<M> others, long now) {
    seen.keySet().retainAll(others);
    int majority = (others.size() + 1) / 2 + 1;
    if (majority == 1) return now + length;
    // The newest moments of the others, latest first; the last one that is needed decides.
    long[] moments = seen.values().stream().mapToLong(at -> now - at).sorted().toArray();
    int needed = majority - 1;
    if (moments.length < needed) return Long.MIN_VALUE;
    return now - moments[needed - 1] + length;
  }
}
