package org.mmm.figures;

import java.util.Map;
import org.mmm.action.Action;

/**
 * What a node has counted since it started, as it stands at one moment; two of these make rates.
 *
 * @param nanos the moment, by a clock that only goes forward
 * @param actions what was answered
 * @param writes times of writes to the journal
 * @param reads times of recoveries from the journal
 * @param writeFailures writes that the journal did not acknowledge
 * @param dropped messages that reached nobody
 * @param collections of garbage
 * @param collectionMillis how long they took
 */
public record Counts(
    long nanos,
    Map<Action, ActionCounts.Counted> actions,
    Histogram writes,
    Histogram reads,
    long writeFailures,
    long dropped,
    long collections,
    long collectionMillis) {
  public Counts {
    actions = Map.copyOf(actions);
  }

  /** The counts of Actions, with the rest of them. */
  public static Counts of(
      long nanos,
      ActionCounts actions,
      Histogram writes,
      Histogram reads,
      long writeFailures,
      long dropped,
      long collections,
      long collectionMillis) {
    return new Counts(
        nanos, actions.now(), writes, reads, writeFailures, dropped, collections, collectionMillis);
  }
}
