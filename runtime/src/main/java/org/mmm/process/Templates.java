package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.pa.With;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Process Action templates that a Process has sent along, by their ProcessActionID. The first of an
 * ID stands: a later one of the same ID changes nothing.
 */
public final class Templates {
  /** How many are kept; what comes after is known within its own request only. */
  static final int AT_MOST = 1_000;

  private static final Templates NONE = new Templates(HashTreePMap.empty());

  private final PMap<String, ObjectNode> byId;

  private Templates(PMap<String, ObjectNode> byId) {
    this.byId = byId;
  }

  static Templates none() {
    return NONE;
  }

  @JsonCreator
  static Templates of(Map<String, ObjectNode> byId) {
    return new Templates(HashTreePMap.from(byId));
  }

  @JsonValue
  Map<String, ObjectNode> all() {
    return new LinkedHashMap<>(byId);
  }

  Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** With the templates that stand after With. */
  Templates with(List<With> items) {
    PMap<String, ObjectNode> more = byId;
    for (With item : items) {
      if (!(item instanceof With.Inline inline)) continue;
      String id = inline.item().path("ProcessActionID").asText();
      boolean template = inline.item().path("Header").asText().startsWith("MMM-PAC");
      if (template && !id.isEmpty() && !more.containsKey(id) && more.size() < AT_MOST) {
        more = more.plus(id, inline.item());
      }
    }
    return more == byId ? this : new Templates(more);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Templates t && t.byId.equals(byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }
}
