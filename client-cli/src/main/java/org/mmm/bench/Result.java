package org.mmm.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.mmm.client.Json;

/**
 * What was measured.
 *
 * @param acknowledged Actions that were acknowledged while measured
 * @param seconds that the measurement lasted
 * @param p50 milliseconds from request to acknowledgement of the middle Action
 * @param p99 milliseconds of the Action that one in a hundred is slower than
 * @param refused how often each reason was given instead
 * @param clientCores processor cores that the measuring side used: where it comes near to all there
 *     are, it is itself measured
 * @param eventsPerAction journal events per acknowledged Action; NaN if the node does not count
 *     them
 */
public record Result(
    int users,
    long acknowledged,
    double seconds,
    double p50,
    double p99,
    Map<String, Long> refused,
    double clientCores,
    double eventsPerAction) {
  public double perSecond() {
    return acknowledged / seconds;
  }

  public long errors() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What was given most often instead, or nothing. */
  public Optional<String> commonestReason() {
    return refused.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("users", users)
            .put("acknowledged", acknowledged)
            .put("seconds", rounded(seconds))
            .put("perSecond", rounded(perSecond()))
            .put("p50Millis", rounded(p50))
            .put("p99Millis", rounded(p99))
            .put("errors", errors());
    commonestReason().ifPresent(reason -> json.put("commonestReason", reason));
    ObjectNode reasons = json.putObject("refused");
    refused.forEach(reasons::put);
    if (!Double.isNaN(clientCores)) {
      json.put("clientCores", rounded(clientCores));
    }
    if (!Double.isNaN(eventsPerAction)) {
      json.put("journalEventsPerAction", rounded(eventsPerAction));
    }
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
