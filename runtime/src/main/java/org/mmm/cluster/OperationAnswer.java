package org.mmm.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.mmm.kernel.CborSerializable;

/** What became of an {@link Operation}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = OperationAnswer.Standing.class, name = "standing"),
  @JsonSubTypes.Type(value = OperationAnswer.Refused.class, name = "refused")
})
public sealed interface OperationAnswer extends CborSerializable {
  /**
   * It is in force, or was asked for; so things stand now.
   *
   * @param left shards that each draining node has left, by its place and the entity type; without
   *     those not counted yet
   */
  record Standing(Directives directives, Map<String, Map<String, Integer>> left)
      implements OperationAnswer {
    public Standing {
      left = Map.copyOf(left);
    }

    /** Whether that node was drained, and has nothing left. */
    public boolean drained(String place) {
      return directives.draining(place) && Drains.isEmpty(left.get(place));
    }
  }

  /**
   * It is not done.
   *
   * @param why the rule, the value and the way out
   * @param later whether it can be asked again as it is
   */
  record Refused(String why, boolean later) implements OperationAnswer {}
}
