package org.mmm.faults;

import java.util.List;
import java.util.Map;

/**
 * What is found when all is quiet again.
 *
 * @param items where each Item is, and whose
 * @param inside who has a seat in each place
 * @param logs the activity log of each Process
 */
record Aftermath(
    Map<String, Sight> items, Map<String, List<String>> inside, Map<String, List<Entry>> logs) {
  /**
   * An entry of an activity log.
   *
   * @param actionId the ID of the Process Action
   * @param source who asked
   * @param reason empty if it was acknowledged
   */
  record Entry(String actionId, String source, String action, String reason) {}

  Aftermath {
    items = Map.copyOf(items);
    inside = Map.copyOf(inside);
    logs = Map.copyOf(logs);
  }
}
