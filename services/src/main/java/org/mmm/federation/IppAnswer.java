package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mmm.action.Action;
import org.mmm.ipp.InstanceId;
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
import org.mmm.provenance.Receipt;
import org.mmm.resolution.Acquired;
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
  private static final String CARRIED = "CarriedItems";
  private static final String RECEIPT = "Receipt";
  private static final int DATA_AT_MOST = 64 << 10;
  private static final Pattern DATA_TYPE = Pattern.compile("[A-Z][A-Za-z]{0,23}");
  private static final Set<String> STAYS =
      Set.of("User", "Device", "App", "Service", "Room", "Parcel", "MLocation");

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

  /** The answer, with the Item that goes with it. */
  static ObjectNode with(ObjectNode answer, Acquired item) {
    ObjectNode one = answer.putArray(CARRIED).addObject();
    one.put("ItemID", item.receipt().item()).put("DataType", item.dataType());
    one.set("Data", item.data());
    answer.set(RECEIPT, item.receipt().json());
    return answer;
  }

  /** The Item that came, if what it came with is in order. */
  private static Reply acquired(JsonNode json, InstanceId peer, String id, Reply reply) {
    JsonNode one = json.path(CARRIED).path(0);
    if (one.isMissingNode() || !reply.status().acknowledged()) return reply;
    Receipt receipt = Receipt.of(json.path(RECEIPT));
    String fault = receipt.fault();
    require(fault == null, String.valueOf(fault));
    require(receipt.instance().equals(peer.name()), "the receipt is of " + receipt.instance());
    require(receipt.message().equals(id), "the receipt is for the message " + receipt.message());
    require(receipt.item().equals(one.path("ItemID").asText()), "the receipt is for another Item");
    String type = one.path("DataType").asText();
    require(
        DATA_TYPE.matcher(type).matches()
            && !STAYS.contains(type)
            && type.equals(receipt.dataType()),
        "no Item of the type " + type + " is handed over");
    if (!(one.path("Data") instanceof ObjectNode data)
        || data.toString().length() > DATA_AT_MOST
        || !receipt.isOf(data)) {
      throw new IllegalArgumentException(
          "the answer is not taken: the Data must be that of the receipt, an object of at most "
              + DATA_AT_MOST
              + " characters");
    }
    return new Acquired(type, data, receipt).with(reply);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) throw new IllegalArgumentException("the answer is not taken: " + rule);
  }

  /**
   * @param self the M-Instance that asked
   * @param peer which answers
   * @param id of the message that it asked by
   * @param asked which Action
   * @throws IllegalArgumentException if it is no answer to that message
   */
  static Reply read(JsonNode json, InstanceId self, InstanceId peer, String id, Action asked) {
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
    Reply reply =
        new Reply(
            status(sentence.status().get(0), json.path("DescrMetadata").asText()),
            names.inward(String.valueOf(message.sourceProcessId())),
            names.inward(yielded),
            json.path(CREATED).asBoolean(),
            lines);
    return asked == Action.TRANSACT ? acquired(json, peer, id, reply) : reply;
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
