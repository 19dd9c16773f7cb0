package org.mmm.item;

import java.util.Optional;
import org.mmm.action.Preposition;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;

/** MM-Animate: an Item of one's own, with a Stream that one may use. */
final class Animating {
  private Animating() {}

  static Outcome<ItemEvent> request(ItemState item, Address self, Call call, Moment now) {
    if (!item.exists()) return Verdict.unborn(call, item.id());
    Decision own = Authorization.decide(call.action(), call.grounds(), item.facts(), now.millis());
    if (own.status() instanceof PaStatus.Err refused) {
      return Verdict.refuse(call, refused, own.derivation(), now);
    }
    Optional<String> stream = call.action().complements().only(Preposition.WITH);
    Name name = stream.map(call.names()::get).orElse(null);
    if (stream.isEmpty() || name == null) {
      return Verdict.refuse(
          call, Reason.FAULTY_PA, "MM-Animate needs With and the ID of one Stream", now);
    }
    Optional<Finding> use = call.found(Question.USE, stream.get());
    if (use.isEmpty()) {
      return Outcome.<ItemEvent>nothing()
          .send(Message.consult(self, name.address(stream.get()), Question.USE, call, null));
    }
    var lines = Placing.plus(own.derivation(), use.get().derivation());
    if (use.get().status() instanceof PaStatus.Err refused) {
      return Verdict.refuse(call, refused, lines, now);
    }
    if (call.settle()) return Verdict.never(call, now);
    Outcome<ItemEvent> animated =
        Verdict.ack(
            call,
            Reply.of(call, PaStatus.ACK).with(lines),
            now,
            new ItemEvent.Animated(stream.get(), now.hlc()));
    return Showing.and(
        animated, item, self, item.looks().animated(stream.get(), now.hlc().millis()));
  }
}
