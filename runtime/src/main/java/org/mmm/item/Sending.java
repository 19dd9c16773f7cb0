package org.mmm.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.MmmService;
import org.mmm.directory.Buckets;
import org.mmm.intent.Route;
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
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Line;

/**
 * MM-Send and UM-Send: an Item that exists, or a Message that comes into being by being sent. Each
 * receiver has it in writing before the sender is told so; the receiver may then read, Identify and
 * MU-Actuate it, and never owns it.
 */
final class Sending {
  private Sending() {}

  static Outcome<ItemEvent> request(ItemState item, Address self, Call call, Moment now) {
    if (Route.isNewMessage(call.action(), call.names())) return message(item, self, call, now);
    if (!item.exists()) { // a name that was claimed for a Message, which was never sent
      boolean message = new Name(Address.Kind.ITEM, "Message").equals(call.names().get(item.id()));
      return message && content(call) != null
          ? message(item, self, call, now)
          : Verdict.unborn(call, item.id());
    }
    Decision own = Authorization.decide(call.action(), call.grounds(), item.facts(), now.millis());
    Args.Delivery delivery =
        new Args.Delivery(item.id(), item.dataType(), item.owner(), item.epoch(), null);
    if (own.status() instanceof PaStatus.Err refused && !call.agreed(Question.DELIVER)) {
      boolean asked = call.found(Question.DELIVER).isPresent();
      // It may have been sent before it changed hands: the first receiver knows.
      return asked || item.epoch() == 0 || call.dryRun()
          ? Verdict.refuse(call, refused, own.derivation(), now)
          : deliver(self, call.settling(), delivery, now)
              .orElseGet(() -> Verdict.refuse(call, refused, own.derivation(), now));
    }
    List<Line> lines = own.permitted() ? own.derivation() : List.of();
    return deliver(self, call, delivery, now)
        .orElseGet(() -> Verdict.ack(call, Reply.of(call, PaStatus.ACK).with(lines), now));
  }

  private static Outcome<ItemEvent> message(ItemState item, Address self, Call call, Moment now) {
    if (item.exists()) {
      return Verdict.refuse(call, Reason.CLASH, "the ID " + item.id() + " is taken", now);
    }
    With.Inline content = content(call);
    if (content == null) {
      return Verdict.refuse(
          call, Reason.FAULTY_PA, "MM-Send needs With and one Message, or the ID of an Item", now);
    }
    Name as = new Name(Address.Kind.ITEM, "Message");
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
                    new Args.Claiming(item.id(), as)));
      }
      if (claim.get().status() instanceof PaStatus.Err taken) {
        return Verdict.refuse(call, taken, List.of(), now);
      }
    }
    Args.Delivery delivery =
        new Args.Delivery(item.id(), dataType(content), call.subject(), 0, content);
    return deliver(self, call, delivery, now)
        .orElseGet(
            () ->
                Verdict.ack(
                    call,
                    Reply.of(call, PaStatus.ACK).with(Complements.nil(item.id())),
                    now,
                    new ItemEvent.Founded(born(call, content), call.id(), now.hlc())));
  }

  /**
   * The next receiver's turn, or a refusal by one; empty when all have it. Once the first has it,
   * it is sent: it comes to all others too, however late.
   */
  private static Optional<Outcome<ItemEvent>> deliver(
      Address self, Call call, Args.Delivery delivery, Moment now) {
    List<String> receivers = call.action().complements().to();
    for (String to : receivers) { // before anybody has it
      if (receiver(to, call).isEmpty()) {
        return Optional.of(Verdict.refuse(call, Reason.FAULTY_PA, to + " takes no Messages", now));
      }
    }
    List<String> have = new ArrayList<>();
    for (String to : receivers) {
      Optional<Finding> delivered = call.found(Question.DELIVER, to);
      if (delivered.isEmpty()) {
        Address next = receiver(to, call).orElseThrow();
        return Optional.of(
            Outcome.<ItemEvent>nothing()
                .send(Message.consult(self, next, Question.DELIVER, call, delivery)));
      }
      if (delivered.get().status() instanceof PaStatus.Err refused) {
        PaStatus.Err why =
            have.isEmpty()
                ? refused
                : PaStatus.err(
                    refused.reason(),
                    String.join(", ", have) + " received it; " + to + ": " + refused.detail());
        return Optional.of(Verdict.refuse(call, why, delivered.get().derivation(), now));
      }
      have.add(to);
    }
    return Optional.empty();
  }

  private static Optional<Address> receiver(String to, Call call) {
    Optional<MmmService> service = MmmService.of(to);
    if (service.isPresent()) {
      return service
          .filter(s -> s == MmmService.ACTIVITY)
          .map(s -> Address.service(s, call.subject()));
    }
    Name name = call.names().get(to);
    if (name == null) return Optional.empty();
    return name.kind() == Address.Kind.PROCESS
            || name.kind() == Address.Kind.PLACE
            || name.isSession()
        ? Optional.of(name.address(to))
        : Optional.empty();
  }

  private static With.@Nullable Inline content(Call call) {
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline && !isRightsWish(inline)) return inline;
    }
    List<With> all = call.action().complements().with();
    return all.size() == 1 && all.get(0) instanceof With.Inline alone ? alone : null;
  }

  /** Rights beside the Message are a wish; a Message that is a Rights Item stands alone. */
  private static boolean isRightsWish(With.Inline inline) {
    String header = inline.item().path("Header").asText();
    return header.startsWith("MMM-RGT") || header.startsWith("MMM-PAC");
  }

  private static String dataType(With.Inline content) {
    return content.item().path("Header").asText().startsWith("MMM-RGT") ? "Rights" : "Message";
  }

  private static Args.Founding born(Call call, With.Inline content) {
    return new Args.Founding(
        dataType(content),
        call.subject(),
        call.account(),
        false,
        false,
        0,
        0,
        content.item(),
        null,
        null,
        null,
        List.of(),
        null);
  }
}
