package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What Processes may, may not and must perform in an M-Instance or an M-Environment (MMM-TEC V2.2,
 * Rules; the Level and PenaltiesID that its schema asks for without defining them are unknown
 * fields).
 *
 * @param data at most 1,000 entries
 * @param envelope IDs and the rest
 */
public record Rules(List<RulesEntry> data, Envelope envelope) implements Item {
  private static final String DATA = "RulesData";

  public Rules {
    data = Limits.list("Rules.RulesData", data);
  }

  static Rules read(Fields in) {
    return new Rules(in.take(DATA).oneOrList(RulesEntry::read), in.envelope(ItemType.RULES));
  }

  @Override
  public ItemType type() {
    return ItemType.RULES;
  }

  @Override
  public Rules with(Envelope newEnvelope) {
    return new Rules(data, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put(DATA, FieldWriter.array(data, RulesEntry::json))
        .done();
  }
}
