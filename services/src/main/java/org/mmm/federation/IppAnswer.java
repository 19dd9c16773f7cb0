package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.items.ActionStatus;
import org.mmm.items.IppMessage;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.MessageStatus;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Line;

/**
 * The answer to a Process Action on its way back, as an IPP Message. The hop at which an error
 * arose is said beside what the standard says.
 */
final class IppAnswer {
  private static final String WITH = "With";
  private static final String CREATED = "Created";
  private static final String DERIVATION = "Derivation";
  private static final int LINES = 64;

  private IppAnswer() {}

  /**
   * @param self the M-Instance that answers
   * @param id of the message that is answered
   * @param action what was asked
   */
  static ObjectNode json(InstanceId self, String id, ProcessAction action, Reply reply) {
    Names names = new Names(self.name());
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("Header", "MMM-IPM-V2.2");
    out.put("MInstanceID", self.name()).put("IPPMessageID", id + ".answer");
    out.put("PreviousMessageID", id);
    var ends = out.putArray("ProcessID");
    ends.addObject().put("SourceProcessID", names.outward(reply.destination()));
    ends.addObject().put("DestinationProcessID", names.outward(action.source()));
    ObjectNode sentence =
        out.putArray("PAIDOrPA")
            .addObject()
            .putObject("ProcessAction")
            .put("Header", "MMM-PAC-V2.2");
    sentence.put("SourceProcessID", names.outward(action.source()));
    sentence.put("Action", action.action().nameIn(action.edition()));
    sentence.putArray("RQ-Complements");
    Complements yielded = names.outward(reply.complements());
    if (!yielded.equals(Complements.NONE)) {
      sentence.set("RS-Complements", SentenceJson.slots(yielded));
    }
    ObjectNode status = sentence.putArray("PAStatus").addObject();
    if (reply.status() instanceof PaStatus.Err err) {
      status.put("Error", err.reason().wireName());
      out.put("Status", status(err.reason()).wireName());
      out.put("DescrMetadata", err.detail());
    } else {
      status.put("Ack", "Ack");
      out.put("Status", MessageStatus.ACK.wireName());
    }
    if (!yielded.with().isEmpty()) out.set(WITH, SentenceJson.with(yielded.with()));
    if (reply.created()) out.put(CREATED, true);
    var lines = out.putArray(DERIVATION);
    for (Line line : reply.derivation()) {
      if (lines.size() == LINES) break;
      lines
          .addObject()
          .put("entity", names.outward(line.entity()))
          .put("permits", line.permits())
          .put("sentence", line.sentence());
    }
    return out;
  }

  /**
   * @param self the M-Instance that asked
   * @param id of the message that it asked by
   * @param asked which Action
   * @throws IllegalArgumentException if it is no answer to that message
   */
  static Reply read(JsonNode json, InstanceId self, String id, Action asked) {
    IppMessage message;
    try {
      message = ItemJson.read(IppMessage.class, json);
    } catch (ItemException e) {
      throw new IllegalArgumentException("the answer is no IPP Message: " + e.getMessage(), e);
    }
    if (!id.equals(message.previousMessageId())) {
      throw new IllegalArgumentException(
          "the answer is to " + message.previousMessageId() + ", not to " + id);
    }
    var sentence = message.actions().isEmpty() ? null : message.actions().get(0).action();
    if (sentence == null || sentence.status().size() != 1) {
      throw new IllegalArgumentException("the answer says no status");
    }
    Names names = new Names(self.name());
    Complements yielded =
        SentenceJson.complements(sentence.response()).with(SentenceJson.with(json.get(WITH)));
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : json.path(DERIVATION)) {
      if (lines.size() == LINES) break;
      lines.add(
          new Line(
              line.path("entity").asText(),
              line.path("permits").asBoolean(),
              null,
              line.path("sentence").asText()));
    }
    return new Reply(
        status(sentence.status().get(0), json.path("DescrMetadata").asText()),
        names.inward(String.valueOf(message.sourceProcessId())),
        names.inward(yielded),
        json.path(CREATED).asBoolean(),
        lines);
  }

  private static PaStatus status(ActionStatus status, String detail) {
    if (status instanceof ActionStatus.Ack) return PaStatus.ACK;
    String word = status instanceof ActionStatus.Error e ? e.reason() : "ValueRQ";
    return PaStatus.err(
        Reason.of(word)
            .orElseThrow(() -> new IllegalArgumentException("no status is called " + word)),
        detail);
  }

  /** Whether it could be performed at all; why not is said in the Process Action. */
  private static MessageStatus status(Reason reason) {
    return switch (reason) {
      case VALUE_RQ -> MessageStatus.VALUE_RQ;
      case QUAL_NS -> MessageStatus.CONV_FAIL;
      case UNABLE, UNKNOWN -> MessageStatus.UNABLE;
      default -> MessageStatus.ACK;
    };
  }
}
