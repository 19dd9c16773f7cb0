package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mmm.client.Activity;

/** What a run has read of the activity log of one Process: the newest entries. */
final class LogBook {
  /** Expectations look back no further than this. */
  static final int MAX_ENTRIES = 2_000;

  private final Activity activity;
  private final Deque<JsonNode> entries = new ArrayDeque<>();

  LogBook(Activity activity) {
    this.activity = activity;
  }

  /** Reads on; waits at the end of the log for at most {@code wait}. */
  synchronized List<JsonNode> read(Duration wait) {
    List<JsonNode> page = activity.next(Duration.ZERO);
    if (page.isEmpty() && !wait.isZero()) {
      page = activity.next(wait);
    }
    while (!page.isEmpty()) {
      page.forEach(this::keep);
      page = activity.next(Duration.ZERO);
    }
    return List.copyOf(entries);
  }

  private void keep(JsonNode entry) {
    if (entries.size() == MAX_ENTRIES) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }
}
