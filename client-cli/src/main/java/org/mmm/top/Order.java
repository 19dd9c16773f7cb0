package org.mmm.top;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** By what Actions are ordered: the largest figure first, or by name. */
public enum Order {
  /** How often it is answered. */
  rate("perSecond"),
  /** What half of them take at most. */
  p50("p50Millis"),
  /** What 99 of 100 take at most. */
  p99("p99Millis"),
  /** How often it is refused. */
  refused("refusedPerSecond"),
  /** Its name. */
  action("");

  private final String field;

  Order(String field) {
    this.field = field;
  }

  Comparator<JsonNode> comparator() {
    Comparator<JsonNode> byName = Comparator.comparing(one -> one.path("action").asText());
    if (field.isEmpty()) {
      return byName;
    }
    Comparator<JsonNode> byFigure = Comparator.comparingDouble(one -> one.path(field).asDouble());
    return byFigure.reversed().thenComparing(byName);
  }
}
