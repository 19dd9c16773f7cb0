package org.mmm.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mmm.directory.Buckets;
import org.mmm.intent.Horizon;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;

/**
 * An Item of another M-Instance is placed here for the first time: it comes into being as it was
 * carried over, under its name abroad and owned by the Process that placed it, and then is placed
 * as any other. At home it goes on; here it stays what it was when it came.
 */
public final class Arriving {
  private static final String ITEM = "CarriedItem";
  private static final String TYPE = "DataType";
  private static final String DATA = "Data";

  private Arriving() {}

  /**
   * What goes along With the sentence for such an Item.
   *
   * @param id its name, with the M-Instance that it is of
   */
  public static With.Inline carried(String id, String dataType, JsonNode data) {
    ObjectNode item = JsonNodeFactory.instance.objectNode().put(ITEM, id).put(TYPE, dataType);
    item.set(DATA, data);
    return new With.Inline(item);
  }

  /** Whether that is what {@link #carried} says. */
  public static boolean isCarried(JsonNode item) {
    return item.has(ITEM);
  }

  /** Whether that is what is asked of it. */
  static boolean asks(ItemState item, Call call) {
    return !item.exists() && RemoteName.is(item.id()) && content(item, call).isPresent();
  }

  static Outcome<ItemEvent> request(ItemState item, Address self, Call call, Moment now) {
    boolean counted = Counting.matters(call);
    if (counted && call.settle() && !Counting.givenBack(call)) {
      return Outcome.<ItemEvent>nothing().send(Counting.giveBack(self, call, false));
    }
    if (call.settle()) return Verdict.never(call, now);
    String home = RemoteName.of(item.id()).map(RemoteName::instance).orElse("");
    String asking = RemoteName.of(call.subject()).map(RemoteName::instance).orElse("");
    if (!home.equals(asking)) {
      return Verdict.refuse(
          call, Reason.INS_RIGHTS, item.id() + " is not of the M-Instance that carries it", now);
    }
    JsonNode content = content(item, call).orElseThrow();
    String dataType = content.path(TYPE).asText();
    Optional<Finding> claim = call.found(Question.CLAIM);
    if (claim.isEmpty()) {
      Name as = new Name(Address.Kind.ITEM, dataType);
      return Outcome.<ItemEvent>nothing()
          .send(
              Message.consult(
                  self,
                  Buckets.of(item.id()),
                  Question.CLAIM,
                  call,
                  new Args.Claiming(item.id(), as)));
    }
    if (claim.get().status() instanceof PaStatus.Err taken) {
      return Verdict.refuse(call, taken, List.of(), now);
    }
    if (counted) { // last of all, so that nothing but the settling has to give it back
      Optional<Finding> room = Counting.taken(call);
      if (room.isEmpty()) {
        return Outcome.<ItemEvent>nothing().send(Counting.take(self, call, false));
      }
      if (room.get().status() instanceof PaStatus.Err full) {
        return Verdict.refuse(call, full, room.get().derivation(), now);
      }
      if (Horizon.passed(call, now)) return Outcome.nothing(); // given back; it is being settled
    }
    return Outcome.<ItemEvent>nothing()
        .persist(new ItemEvent.Founded(founding(call, content), call.id(), now.hlc()))
        .send(new Send(self, new Message.Request(call)));
  }

  private static Args.Founding founding(Call call, JsonNode content) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set(DATA, content.path(DATA));
    return new Args.Founding(
        content.path(TYPE).asText(),
        call.subject(),
        call.account(),
        false,
        false,
        0,
        0,
        data,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static Optional<JsonNode> content(ItemState item, Call call) {
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline
          && inline.item().path(ITEM).asText().equals(item.id())) {
        return Optional.of(inline.item());
      }
    }
    return Optional.empty();
  }
}
