package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence: what a Process did, does, wants or is allowed to do (MMM-TEC V2.2, Process Action).
 * The generic schema of V2.2 has no verb; here it is always said. Also read is the form of the HTTP
 * API, {@code {"action": ..., "complements": {"Nil": ..., "At": ...}}}, in which a missing
 * complement leaves a slot open.
 *
 * @param action the verb, in any edition, of 1 to 64 characters
 * @param source the Process that acts; missing in a template for any Process
 * @param time when it was emitted
 * @param request complements of the request, at most 1,000
 * @param response complements of the answer, at most 1,000
 * @param status how it went; empty before the answer
 * @param envelope IDs and the rest
 */
public record ProcessAction(
    String action,
    @Nullable String source,
    @Nullable Instant time,
    List<Complement> request,
    List<Complement> response,
    List<ActionStatus> status,
    Envelope envelope)
    implements Item {
  private static final TextRule VERB = new TextRule(1, 64);

  public ProcessAction {
    VERB.check("ProcessAction.Action", action);
    TextRule.ID.checkIfAny("ProcessAction.SourceProcessID", source);
    request = Limits.list("ProcessAction.RQ-Complements", request);
    response = Limits.list("ProcessAction.RS-Complements", response);
    status = Limits.list("ProcessAction.PAStatus", status);
  }

  /** A request or template without IDs. */
  public static ProcessAction of(
      String action, @Nullable String source, List<Complement> complements) {
    return new ProcessAction(
        action, source, null, complements, List.of(), List.of(), Envelope.NONE);
  }

  static ProcessAction read(Fields in) {
    return new ProcessAction(
        in.take("Action", "action").needText(VERB),
        in.take("SourceProcessID", "sourceProcessID", "Source").text(TextRule.ID),
        in.take("ProcessActionTime", "Time").instant(),
        Complement.list(in.take("RQ-Complements", "complements")),
        Complement.list(in.take("RS-Complements")),
        in.take("PAStatus").oneOrList(ActionStatus::read),
        in.envelope(ItemType.PROCESS_ACTION));
  }

  @Override
  public ItemType type() {
    return ItemType.PROCESS_ACTION;
  }

  @Override
  public ProcessAction with(Envelope newEnvelope) {
    return new ProcessAction(action, source, time, request, response, status, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("ProcessActionTime", time == null ? null : time.toString())
        .put("SourceProcessID", source)
        .put("Action", action)
        .put("RQ-Complements", FieldWriter.array(request, Complement::json))
        .list("RS-Complements", response, Complement::json)
        .put("PAStatus", FieldWriter.array(status, ActionStatus::json))
        .done();
  }
}
