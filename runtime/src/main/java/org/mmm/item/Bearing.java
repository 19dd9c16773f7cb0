package org.mmm.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Preposition;
import org.mmm.directory.Buckets;
import org.mmm.intent.Horizon;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Line;

/**
 * Actions by which an Item comes into being, and which are therefore performed by that Item:
 * Identify (a Stream from Data), UM-Capture (Data from a U-Location), MU-Actuate (an R-Item at a
 * U-Location). What it is made of is asked first.
 */
final class Bearing {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Bearing() {}

  static Outcome<ItemEvent> request(ItemState item, Address self, Call call, Moment now) {
    boolean counted = Counting.matters(call) && dataType(call).equals("Stream");
    if (counted && call.settle() && !Counting.givenBack(call)) {
      return Outcome.<ItemEvent>nothing().send(Counting.giveBack(self, call, false));
    }
    if (item.exists()) {
      return Verdict.refuse(call, Reason.CLASH, "the ID " + item.id() + " is taken", now);
    }
    List<Line> lines = new ArrayList<>();
    for (String source : sources(call)) {
      Name name = call.names().get(source);
      if (name == null) return Verdict.refuse(call, Reason.INC_ID, "there is no " + source, now);
      Optional<Finding> use = call.found(Question.USE, source);
      if (use.isEmpty()) {
        return Outcome.<ItemEvent>nothing()
            .send(Message.consult(self, name.address(source), Question.USE, call, null));
      }
      lines.addAll(use.get().derivation());
      if (use.get().status() instanceof PaStatus.Err refused) {
        return Verdict.refuse(call, refused, lines, now);
      }
    }
    String at = call.action().complements().at().stream().findFirst().orElse(null);
    if (at != null && wrongPlace(call, at)) {
      return Verdict.refuse(call, Reason.U_LOC_OOR, at + " is no U-Location", now);
    }
    if (call.settle()) return Verdict.never(call, now);
    String dataType = dataType(call);
    if (!MintedName.reserved(item.id())) {
      Optional<Finding> claim = call.found(Question.CLAIM);
      if (claim.isEmpty()) {
        return Outcome.<ItemEvent>nothing()
            .send(
                Message.consult(
                    self,
                    Buckets.of(item.id()),
                    Question.CLAIM,
                    call,
                    new Args.Claiming(item.id(), new Name(Address.Kind.ITEM, dataType))));
      }
      if (claim.get().status() instanceof PaStatus.Err taken) {
        return Verdict.refuse(call, taken, lines, now);
      }
    }
    if (counted) { // last of all, so that nothing but the settling has to give it back
      Optional<Finding> room = Counting.taken(call);
      if (room.isEmpty()) {
        return Outcome.<ItemEvent>nothing().send(Counting.take(self, call, false));
      }
      lines.addAll(room.get().derivation());
      if (room.get().status() instanceof PaStatus.Err full) {
        return Verdict.refuse(call, full, lines, now);
      }
      if (Horizon.passed(call, now)) return Outcome.nothing(); // given back; it is being settled
    }
    return Verdict.ack(
        call,
        Reply.of(call, PaStatus.ACK).with(Complements.nil(item.id())).with(lines).creating(),
        now,
        new ItemEvent.Founded(founding(call, dataType), call.id(), now.hlc()));
  }

  /** What it is made of and where: each is asked whether it may be used so. */
  private static List<String> sources(Call call) {
    Complements c = call.action().complements();
    List<String> sources = new ArrayList<>();
    boolean captures = dataType(call).equals("Data");
    if (!captures) sources.addAll(c.ids(Preposition.NIL));
    if (!dataType(call).equals("Stream"))
      sources.addAll(c.at().subList(0, Math.min(1, c.at().size())));
    return sources;
  }

  private static boolean wrongPlace(Call call, String at) {
    Name name = call.names().get(at);
    return !dataType(call).equals("Stream")
        && (name == null || !name.dataType().equals("ULocation"));
  }

  private static String dataType(Call call) {
    return switch (call.action().action()) {
      case UM_CAPTURE -> "Data";
      case MU_ACTUATE -> "RItem";
      default -> "Stream";
    };
  }

  private static Args.Founding founding(Call call, String dataType) {
    return new Args.Founding(
        dataType,
        call.subject(),
        call.account(),
        false,
        false,
        0,
        0,
        data(call, dataType),
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static JsonNode data(Call call, String dataType) {
    ObjectNode data = JSON.objectNode();
    Complements c = call.action().complements();
    JsonNode given = given(call);
    switch (dataType) {
      case "Data" -> {
        data.put("ULocationID", c.at().get(0));
        data.set("Data", given != null ? given : sampleWalk());
      }
      case "Stream" -> {
        data.put("DataID", c.nil());
        call.found(Question.USE, c.ids(Preposition.NIL).get(0))
            .map(Finding::data)
            .ifPresent(source -> data.set("Data", source.path("Data")));
        if (given != null) data.set("Qualifier", given);
      }
      default -> {
        data.put("ItemID", c.nil());
        data.put("ULocationID", c.at().get(0));
        c.ids(Preposition.WITH).stream().findFirst().ifPresent(w -> data.put("RItemType", w));
      }
    }
    return data;
  }

  private static @Nullable JsonNode given(Call call) {
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline) {
        String header = inline.item().path("Header").asText();
        boolean other =
            header.startsWith("MMM-RGT")
                || header.startsWith("MMM-PAC")
                || header.startsWith("OSD-OSA");
        if (!other) return inline.item();
      }
    }
    return null;
  }

  /**
   * What is captured where no Device brings anything: a walk of one second, hips in metres, at 5
   * Hz.
   */
  private static JsonNode sampleWalk() {
    ObjectNode walk = JSON.objectNode().put("Rate", 5);
    var hips = walk.putArray("Hips");
    for (int i = 0; i < 5; i++) hips.addArray().add(0).add(0.9 + 0.02 * (i % 2)).add(0.25 * i);
    return walk;
  }
}
