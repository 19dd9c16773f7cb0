package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What travels between two Processes: a Process Action as a request, or as the answer to one
 * (MMM-TEC V2.2, IPP Message).
 *
 * @param time when it was sent, said by what carries it
 * @param previousMessageId the message that this one answers; missing in a request
 * @param sourceProcessId who sends it
 * @param destinationProcessId who shall receive it
 * @param actions at most 1,000 Process Actions
 * @param resolutionServiceId the Resolution Service on the way; missing inside one M-Instance
 * @param status whether it could be performed; missing in a request
 * @param envelope IDs and the rest
 */
public record IppMessage(
    @Nullable Instant time,
    @Nullable String previousMessageId,
    @Nullable String sourceProcessId,
    @Nullable String destinationProcessId,
    List<ActionRef> actions,
    @Nullable String resolutionServiceId,
    @Nullable MessageStatus status,
    Envelope envelope)
    implements Item {
  private static final String SOURCE = "SourceProcessID";
  private static final String DESTINATION = "DestinationProcessID";

  public IppMessage {
    TextRule.ID.checkIfAny("IPPMessage.PreviousMessageID", previousMessageId);
    TextRule.ID.checkIfAny("IPPMessage.SourceProcessID", sourceProcessId);
    TextRule.ID.checkIfAny("IPPMessage.DestinationProcessID", destinationProcessId);
    TextRule.ID.checkIfAny("IPPMessage.ResolutionServiceID", resolutionServiceId);
    actions = Limits.list("IPPMessage.PAIDOrPA", actions);
  }

  static IppMessage read(Fields in) {
    Ends ends = Ends.read(in);
    List<ActionRef> actions =
        in.has("ProcessAction")
            ? List.of(ActionRef.of(in.take("ProcessAction").needItem(ProcessAction.class)))
            : in.take(ActionRef.NAME).oneOrList(ActionRef::read);
    return new IppMessage(
        in.take("IPPMessageTime", "Time").instant(),
        in.take("PreviousMessageID", "ResponseID").text(TextRule.ID),
        ends.source(),
        ends.destination(),
        actions,
        in.take("ResolutionServiceID").text(TextRule.ID),
        in.take("Status").word(MessageStatus.class),
        in.envelope(ItemType.IPP_MESSAGE));
  }

  @Override
  public ItemType type() {
    return ItemType.IPP_MESSAGE;
  }

  @Override
  public IppMessage with(Envelope newEnvelope) {
    return new IppMessage(
        time,
        previousMessageId,
        sourceProcessId,
        destinationProcessId,
        actions,
        resolutionServiceId,
        status,
        newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("IPPMessageTime", time == null ? null : time.toString())
        .put("PreviousMessageID", previousMessageId)
        .list("ProcessID", new Ends(sourceProcessId, destinationProcessId).named(), Ends::json)
        .list(ActionRef.NAME, actions, ActionRef::json)
        .put("ResolutionServiceID", resolutionServiceId)
        .put("Status", status)
        .done();
  }

  /** The two ends, which V2.2 writes as an array of one-name objects. */
  private record Ends(@Nullable String source, @Nullable String destination) {

    static Ends read(Fields in) {
      String source = in.take(SOURCE).text(TextRule.ID);
      String destination = in.take(DESTINATION).text(TextRule.ID);
      for (Fields entry : in.take("ProcessID").list(Found::object)) {
        Found sourceAt = entry.take(SOURCE);
        Found destinationAt = entry.take(DESTINATION);
        if ((sourceAt.node() == null) == (destinationAt.node() == null)
            || (sourceAt.node() != null && source != null)
            || (destinationAt.node() != null && destination != null)) {
          throw new ItemException(
              entry.path(), "one SourceProcessID or one DestinationProcessID", "not so");
        }
        source = source == null ? sourceAt.text(TextRule.ID) : source;
        destination = destination == null ? destinationAt.text(TextRule.ID) : destination;
      }
      return new Ends(source, destination);
    }

    List<Ends> named() {
      return java.util.stream.Stream.of(new Ends(source, null), new Ends(null, destination))
          .filter(end -> end.source != null || end.destination != null)
          .toList();
    }

    ObjectNode json() {
      return FieldWriter.part(UnknownFields.NONE)
          .put(SOURCE, source)
          .put(DESTINATION, destination)
          .done();
    }
  }
}
