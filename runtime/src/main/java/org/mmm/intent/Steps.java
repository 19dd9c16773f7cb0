package org.mmm.intent;

import java.util.ArrayList;
import java.util.List;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

/** What is sent next for a request that is open, and how it ends. */
final class Steps {
  private Steps() {}

  /** Sends it, or the part of it that is next; ends it when nothing is left to be asked. */
  static Outcome<IntentEvent> next(
      Address self, Intents.Open open, String account, Outcome<IntentEvent> outcome, Moment now) {
    IntentEvent.Asked asked = open.asked();
    ProcessAction action = asked.action();
    if (!Route.inParts(action)) {
      return Route.of(action, asked.names(), asked.fresh())
          .map(
              to ->
                  outcome.send(
                      to,
                      new Message.Request(call(self, open, action, asked.fresh(), account, now))))
          .orElseGet(() -> end(self, open, Route.nobody(action), outcome, now));
    }
    var next = Composites.next(action, self, asked.names(), asked.fresh(), open.parts());
    if (next.isEmpty()) {
      return ended(self, open, Composites.reply(action, open.parts()), outcome, now);
    }
    Composites.Part part = next.get();
    Call call = call(self, open, part.action(), part.fresh(), account, now);
    if (!part.by().equals(self)) {
      Ask order = part.order(call.id(), asked.names(), asked.notAfter(), false);
      return outcome.send(part.by(), new Message.Instruct(order, self, call.id(), account));
    }
    return Route.of(part.action(), call.names(), part.fresh())
        .map(to -> outcome.send(to, new Message.Request(call)))
        .orElseGet(() -> end(self, open, Route.nobody(part.action()), outcome, now));
  }

  /** It ends with that answer to it, or to the part of it that was next. */
  static Outcome<IntentEvent> end(
      Address self, Intents.Open open, Reply reply, Outcome<IntentEvent> outcome, Moment now) {
    ProcessAction action = open.asked().action();
    if (!Route.inParts(action)) return ended(self, open, reply, outcome, now);
    List<Reply> parts = new ArrayList<>(open.parts());
    parts.add(reply);
    return ended(self, open, Composites.reply(action, parts), outcome, now);
  }

  /** The part that is next, from 1; 0 for what has none. */
  static int part(Intents.Open open) {
    return Route.inParts(open.asked().action()) ? open.parts().size() + 1 : 0;
  }

  private static Outcome<IntentEvent> ended(
      Address self, Intents.Open open, Reply reply, Outcome<IntentEvent> outcome, Moment now) {
    IntentEvent.Asked asked = open.asked();
    boolean unable = reply.status() instanceof PaStatus.Err e && e.reason() == Reason.UNABLE;
    IntentEvent last =
        unable && open.parts().isEmpty()
            ? new IntentEvent.Freed(asked.seq(), reply, now.hlc())
            : new IntentEvent.Answered(asked.seq(), reply, now.hlc());
    boolean forgotten = reply.status() instanceof PaStatus.Err e && e.reason() == Reason.INC_ID;
    Outcome<IntentEvent> ended =
        (forgotten
                ? outcome.persist(last)
                : outcome.soon(last)) // who was not there remembers nothing
            .wake(
                Intents.waitKey(asked.seq()),
                new Response.Performed(Intents.actionId(self, asked.seq()), reply));
    IntentEvent.Order order = asked.orderedBy();
    return order == null
        ? ended
        : ended.send(order.from(), new Message.Answer(order.part(), reply));
  }

  private static Call call(
      Address self,
      Intents.Open open,
      ProcessAction action,
      List<String> fresh,
      String account,
      Moment now) {
    IntentEvent.Asked asked = open.asked();
    return new Call(
        new CallId(self, asked.seq(), part(open)),
        action,
        account,
        Route.names(action, asked.names()),
        fresh,
        asked.grounds(),
        asked.notAfter(),
        now.millis() > asked.notAfter(),
        false,
        open.settledBelow(),
        List.of());
  }
}
