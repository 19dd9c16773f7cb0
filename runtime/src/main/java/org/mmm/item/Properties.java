package org.mmm.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.items.ItemException;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Facts;

/**
 * MM-Enable, MM-Disable and Property Change, which may give a Persona another model. The owner of
 * the place where an Item stands may MM-Disable it too: that puts it out, into the enclosing place.
 */
final class Properties {
  private Properties() {}

  static Outcome<ItemEvent> request(ItemState item, Address self, Call call, Moment now) {
    if (!item.exists()) return Verdict.unborn(call, item.id());
    if (item.moving() != null && item.moving().call().id().equals(call.id())) {
      return Placing.request(item, self, call, now); // it is being put out
    }
    if (item.moving() != null) return Outcome.defer();
    Decision own = Authorization.decide(call.action(), call.grounds(), item.facts(), now.millis());
    if (own.permitted()) return change(item, self, call, own, now);
    if (call.action().action() == Action.MM_DISABLE && item.standing() != null) {
      return putOut(item, self, call, item.standing(), now);
    }
    return Verdict.refuse(call, (PaStatus.Err) own.status(), own.derivation(), now);
  }

  private static Outcome<ItemEvent> change(
      ItemState item, Address self, Call call, Decision own, Moment now) {
    Args.Founding as;
    try {
      as = Remodelling.of(item, call);
    } catch (ItemException e) {
      return Verdict.refuse(call, Reason.FAULTY_PA, String.valueOf(e.getMessage()), now);
    }
    if (item.standing() == null && as == null) {
      return Verdict.refuse(
          call, Reason.CLASH, item.id() + " is not placed yet: MM-Add it first", now);
    }
    boolean perceptible = asked(call).orElse(as == null || item.perceptible());
    if (call.settle()) return Verdict.never(call, now);
    Outcome<ItemEvent> changed =
        Verdict.ack(
            call,
            Reply.of(call, PaStatus.ACK).with(own.derivation()),
            now,
            new ItemEvent.PropertyChanged(perceptible, now.hlc(), as));
    return Showing.and(changed, item, self, item.looks().perceptible(perceptible));
  }

  private static Outcome<ItemEvent> putOut(
      ItemState item, Address self, Call call, ItemState.Standing at, Moment now) {
    Optional<Finding> place = call.found(Question.OWN, at.place());
    if (place.isEmpty()) {
      return consult(self, at, Question.OWN, call);
    }
    Decision decision = puttingOut(item, call, now);
    if (decision.status() instanceof PaStatus.Err refused) {
      return Verdict.refuse(call, refused, decision.derivation(), now);
    }
    Optional<Finding> outside = call.found(Question.OUTSIDE, at.place());
    if (outside.isEmpty()) return consult(self, at, Question.OUTSIDE, call);
    JsonNode data = outside.get().data();
    if (outside.get().status() instanceof PaStatus.Err nowhere) {
      return Verdict.refuse(call, nowhere, decision.derivation(), now);
    }
    if (data == null) throw new IllegalStateException("OUTSIDE is answered with a place");
    String to = data.path("place").asText();
    if (call.dryRun()) return Placing.tried(item, self, call, to, null, true, decision, now);
    if (call.settle()) return Verdict.never(call, now);
    return Placing.begin(item, self, call, to, null, true, now);
  }

  /** Whether who asks may put it out of where it stands, by what that place said of its owner. */
  static Decision puttingOut(ItemState item, Call call, Moment now) {
    ItemState.Standing at = item.standing();
    Facts place =
        at == null ? null : call.found(Question.OWN, at.place()).map(Finding::facts).orElse(null);
    Facts known =
        at == null || place == null
            ? item.facts()
            : item.facts().inside(List.of(new Facts.Enclosing(at.place(), place.owner())));
    return Authorization.decide(call.action(), call.grounds(), known, now.millis());
  }

  private static Outcome<ItemEvent> consult(
      Address self, ItemState.Standing at, Question question, Call call) {
    return Outcome.<ItemEvent>nothing()
        .send(Message.consult(self, Address.place(at.place()), question, call, null));
  }

  /**
   * Whether it is to be perceptible, if that is said. Property Change without a property makes it
   * perceptible; with a model alone it leaves that as it is.
   */
  private static Optional<Boolean> asked(Call call) {
    if (call.action().action() == Action.MM_ENABLE) return Optional.of(true);
    if (call.action().action() == Action.MM_DISABLE) return Optional.of(false);
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline) {
        for (String field : List.of("PerceptibilityStatus", "PerceptibilityState")) {
          JsonNode value = inline.item().findValue(field);
          if (value != null) {
            return Optional.of(value.isBoolean() ? value.asBoolean() : value.asInt() != 0);
          }
        }
      }
    }
    return Optional.empty();
  }
}
