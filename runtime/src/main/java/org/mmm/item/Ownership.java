package org.mmm.item;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Line;

/** OWN and USE: what an Item says to others of its owner, and of who may use it. */
final class Ownership {
  private Ownership() {}

  /**
   * Yes to its owner; and to the Service that handed it over, as far as that one grants Rights on
   * it to its present owner.
   */
  static Outcome<ItemEvent> own(ItemState item, Message.Consult consult, Moment now) {
    if (!item.exists()) return unborn(item, consult);
    Call call = consult.call();
    boolean owner = item.owner().equals(call.subject());
    boolean handedOver =
        call.action().action() == Action.CHANGE
            && sameService(item.handedOverBy(), call.subject())
            && item.owner().equals(holder(call.action().complements()));
    boolean yes = owner || handedOver;
    String sentence =
        owner
            ? call.subject() + " owns " + item.id()
            : handedOver
                ? call.subject() + " handed " + item.id() + " over to " + item.owner()
                : item.id() + " is owned by " + item.owner() + ", not by " + call.subject();
    return Outcome.<ItemEvent>nothing()
        .send(
            consult.answer(
                new Finding(
                    Question.OWN,
                    item.id(),
                    yes ? PaStatus.ACK : PaStatus.err(Reason.INS_RIGHTS, sentence),
                    item.facts(),
                    List.of(new Line(item.id(), yes, null, sentence)),
                    null)));
  }

  static Outcome<ItemEvent> use(ItemState item, Message.Consult consult, Moment now) {
    if (!item.exists()) return unborn(item, consult);
    Call call = consult.call();
    Decision decision =
        Authorization.decide(
            asUse(call, item.id()), Foresight.grounds(item, call, now), item.facts(), now.millis());
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("dataType", item.dataType());
    if (item.birth().data() != null) {
      data.set("Data", item.birth().data().path("Data"));
    }
    Finding finding =
        Finding.of(Question.USE, item.id(), decision.status())
            .with(decision.derivation())
            .with(data);
    // What would be sent by then brings Rights, of which others that are asked must know.
    boolean part = call.trial() != null;
    return Outcome.<ItemEvent>nothing()
        .send(consult.answer(part ? finding.with(item.facts()) : finding));
  }

  /**
   * What goes With an Action is read by it; where it names the Item as object or place, it is what
   * it says.
   */
  private static ProcessAction asUse(Call call, String item) {
    ProcessAction action = call.action();
    Complements c = action.complements();
    boolean named = item.equals(c.nil()) || c.places().contains(item);
    return named
        ? action
        : new ProcessAction(
            action.source(), Action.INFORM, action.edition(), Complements.nil(item));
  }

  static Outcome<ItemEvent> unborn(ItemState item, Message.Consult consult) {
    return Outcome.<ItemEvent>nothing()
        .send(
            consult.answer(
                Finding.of(
                    consult.question(),
                    item.id(),
                    PaStatus.err(Reason.INC_ID, "there is no Item " + item.id()))));
  }

  private static String holder(Complements c) {
    if (c.of() != null) return c.of();
    return c.nil() == null ? "" : c.nil();
  }

  private static boolean sameService(String one, String other) {
    return MmmService.of(one).isPresent() && MmmService.of(one).equals(MmmService.of(other));
  }
}
