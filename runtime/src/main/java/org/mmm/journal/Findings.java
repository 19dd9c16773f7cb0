package org.mmm.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is wrong with the events of one entity.
 *
 * <p>A stray is what an older writer wrote beside a newer one. The newer one had read all that was
 * stored when it began, and it began when the older one's lease was over: so what it did not see
 * was not written while the older one could still acknowledge. An entity with a stray does not
 * start, because the replay filter fails; without it, it goes on as if the stray had never been
 * tried.
 *
 * @param gaps the first sequence number of each row of missing ones
 * @param doubled sequence numbers that more than one event has
 * @param strays what an older writer wrote at or after the place where a newer one began
 * @param orphans sequence numbers of snapshots that hold more than the events
 * @param doubts why a stray may have been acknowledged after all, or why the newer writer cannot be
 *     told; empty if none
 */
public record Findings(
    List<Long> gaps,
    List<Long> doubled,
    List<EventLine> strays,
    List<Long> orphans,
    List<String> doubts) {

  /** How much later than the newer writer's first event a stray may say that it was written. */
  static final long CLOCKS_APART_MILLIS = 5_000;

  public Findings {
    gaps = List.copyOf(gaps);
    doubled = List.copyOf(doubled);
    strays = List.copyOf(strays);
    orphans = List.copyOf(orphans);
    doubts = List.copyOf(doubts);
  }

  /** Nothing is wrong. */
  public boolean sound() {
    return gaps.isEmpty() && doubled.isEmpty() && strays.isEmpty() && orphans.isEmpty();
  }

  /**
   * @param stored in any order
   * @param snapshots their sequence numbers
   */
  public static Findings of(List<EventLine> stored, List<Long> snapshots) {
    List<EventLine> lines =
        stored.stream()
            .sorted(
                Comparator.comparingLong(EventLine::sequenceNr)
                    .thenComparingLong(EventLine::written))
            .toList();
    Map<String, EventLine> firsts = new LinkedHashMap<>();
    Map<Long, Integer> counts = new TreeMap<>();
    for (EventLine line : lines) {
      firsts.putIfAbsent(line.writer(), line);
      counts.merge(line.sequenceNr(), 1, Integer::sum);
    }
    List<EventLine> strays = strays(lines, firsts);
    List<EventLine> kept = new ArrayList<>(lines);
    kept.removeAll(strays);
    List<String> doubts = new ArrayList<>();
    if (!strays.isEmpty()) {
      doubts.addAll(sameBeginnings(firsts));
      doubts.addAll(lateStrays(strays, firsts));
      if (gaps(kept).size() > gaps(lines).size()) {
        doubts.add("without the strays sequence numbers are missing");
      }
    }
    long highest = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).sequenceNr();
    return new Findings(
        gaps(lines),
        counts.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList(),
        strays,
        snapshots.stream().filter(snapshot -> snapshot > highest).sorted().toList(),
        doubts);
  }

  /**
   * A writer that began at a higher place, or at the same one at a later time, is newer. What an
   * older one wrote from there on is a stray.
   */
  private static List<EventLine> strays(List<EventLine> lines, Map<String, EventLine> firsts) {
    Map<String, Integer> age = new HashMap<>();
    List<EventLine> beginnings = new ArrayList<>(firsts.values());
    for (int i = 0; i < beginnings.size(); i++) age.put(beginnings.get(i).writer(), i);
    List<EventLine> strays = new ArrayList<>();
    for (EventLine line : lines) {
      int newer = age.getOrDefault(line.writer(), 0) + 1;
      boolean stray =
          beginnings.subList(newer, beginnings.size()).stream()
              .anyMatch(first -> line.sequenceNr() >= first.sequenceNr());
      if (stray) strays.add(line);
    }
    return strays;
  }

  private static List<String> sameBeginnings(Map<String, EventLine> firsts) {
    Map<Long, String> at = new HashMap<>();
    List<String> doubts = new ArrayList<>();
    for (EventLine first : firsts.values()) {
      String other = at.putIfAbsent(first.sequenceNr(), first.writer());
      if (other != null) {
        doubts.add(
            "writers "
                + other
                + " and "
                + first.writer()
                + " both began at "
                + first.sequenceNr()
                + ", so which one is newer is told by their clocks alone");
      }
    }
    return doubts;
  }

  private static List<String> lateStrays(List<EventLine> strays, Map<String, EventLine> firsts) {
    List<String> doubts = new ArrayList<>();
    for (EventLine stray : strays) {
      for (EventLine first : firsts.values()) {
        boolean newer = !first.writer().equals(stray.writer()) && isNewer(first, stray, firsts);
        long late = stray.written() - first.written();
        if (newer && stray.sequenceNr() >= first.sequenceNr() && late > CLOCKS_APART_MILLIS) {
          doubts.add(
              "event "
                  + stray.sequenceNr()
                  + " of "
                  + stray.writer()
                  + " says it was written "
                  + late
                  + " ms after "
                  + first.writer()
                  + " had begun: its node may have held a lease");
        }
      }
    }
    return doubts;
  }

  private static boolean isNewer(EventLine first, EventLine stray, Map<String, EventLine> firsts) {
    List<String> order = List.copyOf(firsts.keySet());
    return order.indexOf(first.writer()) > order.indexOf(stray.writer());
  }

  private static List<Long> gaps(List<EventLine> lines) {
    List<Long> gaps = new ArrayList<>();
    long next = 1;
    for (EventLine line : lines) {
      if (line.sequenceNr() > next) gaps.add(next);
      next = Math.max(next, line.sequenceNr() + 1);
    }
    return gaps;
  }
}
