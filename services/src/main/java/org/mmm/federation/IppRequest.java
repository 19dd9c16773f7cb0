package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.ipp.InstanceId;
import org.mmm.item.Arriving;
import org.mmm.items.IppMessage;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.kernel.RemoteName;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.mmm.resolution.Carried;
import org.mmm.transactions.TransactionRules;

/**
 * A Process Action on its way from one M-Instance to another, as an IPP Message: what the standard
 * says, and beside it when it runs out, in whose words it is asked, and what goes along.
 *
 * @param id of the message
 * @param action with every name of the receiver's own as that one says it
 * @param items that go along, by their names in the M-Instance that they are of
 * @param issued when the Process asked, epoch milliseconds
 * @param expires when nothing is begun for it any more, epoch milliseconds
 * @param withdraws whether it is not to be begun, if it was not
 * @param settles whether it only says that what was handed over by it has come
 */
record IppRequest(
    String id,
    ProcessAction action,
    List<Carried> items,
    long issued,
    long expires,
    boolean withdraws,
    boolean settles) {
  IppRequest {
    items = List.copyOf(items);
  }

  private static final String HEADER = "MMM-IPM-V2.2";
  private static final String EDITION = "Edition";
  private static final String EXPIRES = "ExpiryTime";
  private static final String WITHDRAWS = "Withdraws";
  private static final String SETTLES = "Settles";
  private static final String WITH = "With";
  private static final String CARRIED = "CarriedItems";
  private static final String CRITICAL = "Critical";

  private static final int CARRIED_AT_MOST = 1;

  /** What a receiver has to understand if it is there. */
  private static final Set<String> UNDERSTOOD =
      Set.of(EDITION, EXPIRES, WITHDRAWS, SETTLES, WITH, CARRIED);

  /**
   * @param from the M-Instance that sends it
   * @param to the M-Instance that shall perform it
   */
  ObjectNode json(InstanceId from, InstanceId to) {
    Names names = new Names(from.name());
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("Header", HEADER);
    out.put("MInstanceID", from.name()).put("IPPMessageID", id);
    out.put("IPPMessageTime", Instant.ofEpochMilli(issued).toString());
    ArrayNode ends = out.putArray("ProcessID");
    ends.addObject().put("SourceProcessID", names.outward(action.source()));
    var complements = names.outward(action.complements());
    ObjectNode sentence =
        out.putArray("PAIDOrPA")
            .addObject()
            .putObject("ProcessAction")
            .put("Header", "MMM-PAC-V2.2");
    sentence.put("SourceProcessID", names.outward(action.source()));
    sentence.put("Action", action.action().nameIn(action.edition()));
    sentence.set("RQ-Complements", SentenceJson.slots(complements));
    out.put("ResolutionServiceID", MmmService.RESOLUTION.id(Edition.TEC_2_2) + "@" + to.name());
    out.put(EDITION, action.edition().path());
    out.put(EXPIRES, Instant.ofEpochMilli(expires).toString());
    if (!complements.with().isEmpty()) out.set(WITH, SentenceJson.with(complements.with()));
    if (!items.isEmpty()) {
      ArrayNode carried = out.putArray(CARRIED);
      for (Carried item : items) {
        ObjectNode one = carried.addObject().put("ItemID", names.outward(item.id()));
        one.put("DataType", item.dataType()).set("Data", item.data());
      }
    }
    if (withdraws) out.put(WITHDRAWS, true);
    if (settles) out.put(SETTLES, true);
    ArrayNode critical = out.putArray(CRITICAL).add(EDITION).add(EXPIRES);
    if (out.has(WITH)) critical.add(WITH);
    if (out.has(CARRIED)) critical.add(CARRIED);
    if (withdraws) critical.add(WITHDRAWS);
    if (settles) critical.add(SETTLES);
    return out;
  }

  /**
   * @param from the M-Instance that has signed it
   * @param self this M-Instance
   * @param id the ID under which it came
   * @throws IllegalArgumentException if it is no such message, or not one of that M-Instance; says
   *     what is wrong
   */
  static IppRequest read(ObjectNode json, InstanceId from, InstanceId self, String id) {
    IppMessage message;
    try {
      message = ItemJson.read(IppMessage.class, json);
    } catch (ItemException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    for (JsonNode critical : json.path(CRITICAL)) {
      require(
          UNDERSTOOD.contains(critical.asText()),
          "the field " + critical + " is critical, and not understood here");
    }
    require(id.equals(message.envelope().id()), "IPPMessageID is not the ID in the path, " + id);
    require(
        from.name().equals(message.envelope().mInstanceId()),
        "MInstanceID is not that of who has signed, " + from);
    require(message.actions().size() == 1, "a message asks one Process Action");
    var sentence = message.actions().get(0).action();
    if (sentence == null) throw new IllegalArgumentException("the Process Action must be there");
    Edition edition =
        java.util.Arrays.stream(Edition.values())
            .filter(e -> e.path().equals(json.path(EDITION).asText(Edition.TEC_2_2.path())))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no edition is called " + json.get(EDITION)));
    Action action =
        Action.ofVerb(sentence.action())
            .orElseThrow(
                () -> new IllegalArgumentException("no Action is called " + sentence.action()));
    String source = String.valueOf(sentence.source());
    require(
        source.equals(message.sourceProcessId())
            && RemoteName.of(source).filter(n -> n.instance().equals(from.name())).isPresent(),
        "the source must be a Process of " + from + ", was " + source);
    Names names = new Names(self.name());
    var complements =
        SentenceJson.complements(sentence.request()).with(SentenceJson.with(json.get(WITH)));
    for (With with : complements.with()) {
      require(
          !(with instanceof With.Inline inline
              && (Arriving.isCarried(inline.item()) || TransactionRules.isAskedBy(inline.item()))),
          "With holds what only this M-Instance says");
    }
    ProcessAction asked = new ProcessAction(source, action, edition, names.inward(complements));
    return new IppRequest(
        id,
        asked,
        carried(json.path(CARRIED), from),
        message.time() == null ? 0 : message.time().toEpochMilli(),
        time(json.path(EXPIRES)),
        json.path(WITHDRAWS).asBoolean(),
        json.path(SETTLES).asBoolean());
  }

  /** Items of who sends them, and of nobody else. */
  private static List<Carried> carried(JsonNode array, InstanceId from) {
    List<Carried> items = new ArrayList<>();
    require(array.size() <= CARRIED_AT_MOST, "at most " + CARRIED_AT_MOST + " Item goes along");
    for (JsonNode one : array) {
      String id = one.path("ItemID").asText();
      require(
          RemoteName.of(id).filter(n -> n.instance().equals(from.name())).isPresent(),
          "what goes along must be of " + from + ", was " + id);
      require(
          one.path("DataType").asText().equals("Persona"),
          "a Persona goes along and nothing else, was " + one.path("DataType"));
      items.add(new Carried(id, "Persona", one.path("Data")));
    }
    return items;
  }

  private static long time(JsonNode text) {
    try {
      return Instant.parse(text.asText()).toEpochMilli();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(EXPIRES + " must be a time, was " + text, e);
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) throw new IllegalArgumentException(rule);
  }
}
