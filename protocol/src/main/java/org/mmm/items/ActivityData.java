package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages that one Process sent and received, in order (MMM-TEC V2.2, Activity Data; the
 * ProcessID is of V2.1).
 *
 * @param processId whose activity it is
 * @param messages at most 1,000 IPP Messages
 * @param envelope IDs and the rest
 */
public record ActivityData(
    @Nullable String processId, List<Ref<IppMessage>> messages, Envelope envelope) implements Item {
  private static final String DATA = "ActivityData";

  public ActivityData {
    TextRule.ID.checkIfAny("ActivityData.ProcessID", processId);
    messages = Limits.list("ActivityData.ActivityData", messages);
  }

  static ActivityData read(Fields in) {
    return new ActivityData(
        in.take("ProcessID").text(TextRule.ID),
        in.take(DATA).list(entry -> Ref.read(entry, "IPPMessage", IppMessage.class)),
        in.envelope(ItemType.ACTIVITY_DATA));
  }

  @Override
  public ItemType type() {
    return ItemType.ACTIVITY_DATA;
  }

  @Override
  public ActivityData with(Envelope newEnvelope) {
    return new ActivityData(processId, messages, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("ProcessID", processId)
        .put(DATA, FieldWriter.array(messages, message -> message.json("IPPMessage")))
        .done();
  }
}
