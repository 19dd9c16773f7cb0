package org.mmm.faults;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What nodes said to each single request for a Process Action, while that is noted. */
final class Attempts {
  /**
   * One request.
   *
   * @param sent when, on a monotonic clock, in ns
   * @param took until the answer was there, or nobody waited for it any more, in ns
   * @param status of HTTP; 0 if there was no answer
   * @param code of the Process Action; empty if there was none
   * @param retryAfter whether the answer says when to ask again
   */
  record Attempt(long sent, long took, int status, String code, boolean retryAfter) {
    /** Surely not performed, and said so as it should be. */
    boolean unable() {
      return status == 503 && code.equals("Unable") && retryAfter;
    }
  }

  private final ConcurrentLinkedQueue<Attempt> noted = new ConcurrentLinkedQueue<>();
  private volatile boolean notes;

  void begin() {
    noted.clear();
    notes = true;
  }

  List<Attempt> end() {
    notes = false;
    return List.copyOf(noted);
  }

  void answered(long sent, Nodes.Told told) {
    note(new Attempt(sent, since(sent), told.status(), told.code(), told.retryAfter()));
  }

  void unanswered(long sent) {
    note(new Attempt(sent, since(sent), 0, "", false));
  }

  private void note(Attempt attempt) {
    if (notes) noted.add(attempt);
  }

  private static long since(long sent) {
    return System.nanoTime() - sent;
  }
}
