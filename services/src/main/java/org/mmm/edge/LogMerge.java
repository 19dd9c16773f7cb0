package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.mmm.kernel.Hlc;

/**
 * The first entries between two times, of many logs. Entries of one time are never parted: who goes
 * on after the last time of a page would miss the rest of them.
 */
final class LogMerge {
  private final Hlc after;
  private final Hlc until;
  private final int limit;
  private final TreeMap<Hlc, List<JsonNode>> byTime = new TreeMap<>();
  private int size;

  /**
   * @param after entries at this time and earlier are left out
   * @param until entries later than this are left out
   * @param limit from so many entries on the last times are dropped
   */
  LogMerge(Hlc after, Hlc until, int limit) {
    this.after = after;
    this.until = until;
    this.limit = limit;
  }

  /** This merge, with the entries of one more log. */
  LogMerge with(List<JsonNode> entries) {
    for (JsonNode entry : entries) {
      Hlc at = time(entry);
      if (at.compareTo(after) <= 0 || at.compareTo(until) > 0) continue;
      byTime.computeIfAbsent(at, time -> new ArrayList<>()).add(entry);
      size++;
    }
    while (!byTime.isEmpty() && size - byTime.lastEntry().getValue().size() >= limit) {
      size -= byTime.pollLastEntry().getValue().size();
    }
    return this;
  }

  boolean isEmpty() {
    return byTime.isEmpty();
  }

  /** The page, as the MMM-API gives it. */
  Answer answer() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    var entries = page.putArray("entries");
    byTime.values().forEach(entries::addAll);
    Hlc next = byTime.isEmpty() ? after : byTime.lastKey();
    return Answer.ok(page.put("next", next.toString()));
  }

  /**
   * What an entity has written, and after it what it keeps in memory and has not written yet.
   *
   * @param old from the journal; as many as {@code limit} if there are more
   * @param tail the newest, without a gap
   */
  static List<JsonNode> continued(List<JsonNode> old, List<JsonNode> tail, int limit) {
    if (old.size() >= limit) return old;
    long last = old.isEmpty() ? 0 : old.get(old.size() - 1).path("position").asLong();
    List<JsonNode> all = new ArrayList<>(old);
    for (JsonNode entry : tail) {
      if (entry.path("position").asLong() > last) all.add(entry);
    }
    return all;
  }

  static List<JsonNode> list(JsonNode page) {
    List<JsonNode> entries = new ArrayList<>();
    page.path("entries").forEach(entries::add);
    return entries;
  }

  static Hlc time(JsonNode entry) {
    return Hlc.parse(entry.path("hlc").asText());
  }
}
