package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The description of one Process (MMM-TEC V2.2, Process). The Rights it holds and the Capabilities
 * it has are Items of their own; inside it they are kept as unknown fields.
 *
 * @param processType what kind of Process it is
 * @param humanId the human who answers for it
 * @param sourceProcessId the Process that spawned it
 * @param envelope IDs and the rest
 */
public record ProcessItem(
    ProcessType processType,
    @Nullable String humanId,
    @Nullable String sourceProcessId,
    Envelope envelope)
    implements Item {
  public ProcessItem {
    TextRule.ID.checkIfAny("Process.HumanID", humanId);
    TextRule.ID.checkIfAny("Process.SourceProcessID", sourceProcessId);
  }

  static ProcessItem read(Fields in) {
    return new ProcessItem(
        in.take("ProcessType").needWord(ProcessType.class),
        in.take("HumanID", "humanID").text(TextRule.ID),
        in.take("SourceProcessID").text(TextRule.ID),
        in.envelope(ItemType.PROCESS));
  }

  @Override
  public ItemType type() {
    return ItemType.PROCESS;
  }

  @Override
  public ProcessItem with(Envelope newEnvelope) {
    return new ProcessItem(processType, humanId, sourceProcessId, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("ProcessType", processType)
        .put("SourceProcessID", sourceProcessId)
        .put("HumanID", humanId)
        .done();
  }
}
