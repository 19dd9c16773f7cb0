package org.mmm.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmm.intent.Composites;
import org.mmm.intent.Route;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Foreseen;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Trial;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;
import org.mmm.rights.RuleBook;

/**
 * A dry run: the way of a Process Action on which nothing is performed. A composite is decided part
 * by part; each part is decided as if what the earlier ones would bring about stood already.
 */
final class Trying {
  private Trying() {}

  static Outcome<ProcessEvent> begin(
      ProcessState process, Address self, Ask ask, RuleBook rules, Moment now) {
    // Counted like what is performed, and lost without harm.
    Outcome<ProcessEvent> counted =
        Outcome.<ProcessEvent>nothing().soon(new ProcessEvent.Tried(now.hlc()));
    Optional<Reply> refusal = Submitting.refusal(process, ask, rules, now);
    if (refusal.isPresent()) return counted.respond(new Response.Performed("", refusal.get()));
    if (Route.inParts(ask.action())) {
      return next(process, self, Trial.of(ask, self), counted, now);
    }
    Grounds grounds = Submitting.grounds(process, self, ask, now);
    return ask(call(process, self, ask, ask.action(), ask.fresh(), grounds), counted);
  }

  /** One part is decided: on to the next, or to the end. */
  static Outcome<ProcessEvent> tried(
      ProcessState process, Address self, Message.Tried part, Moment now) {
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    Trial trial = part.trial().and(part.reply(), foreseen(part));
    return part.reply().status().acknowledged()
        ? next(process, self, trial, outcome, now)
        : outcome.respond(end(trial));
  }

  /** Another Process of the same Account asks whether this one would perform a part. */
  static Outcome<ProcessEvent> order(
      ProcessState process, Address self, Message.Try order, RuleBook rules, Moment now) {
    Ask ask = order.ask();
    Trial trial = order.trial();
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    Optional<Reply> refusal =
        Submitting.stranger(process, self, ask, order.account(), trial.subject())
            .or(() -> Submitting.refusal(process, ask, rules, now));
    if (refusal.isPresent()) {
      return outcome.forward(
          trial.subject(), new Message.Tried(ask.action(), trial, refusal.get()));
    }
    Grounds grounds = Submitting.grounds(process, self, ask, now);
    Call call = call(process, self, ask, ask.action(), ask.fresh(), grounds).in(trial);
    return ask(call, outcome);
  }

  private static Outcome<ProcessEvent> next(
      ProcessState process, Address self, Trial trial, Outcome<ProcessEvent> outcome, Moment now) {
    Ask whole = trial.whole();
    var next = Composites.next(whole.action(), self, whole.names(), whole.fresh(), trial.done());
    if (next.isEmpty()) return outcome.respond(end(trial));
    Composites.Part part = next.get();
    if (!part.by().equals(self)) {
      CallId id = new CallId(self, 0, trial.done().size() + 1);
      Ask order = part.order(id, whole.names(), whole.notAfter(), true);
      return outcome.forward(part.by(), new Message.Try(order, trial, process.account()));
    }
    Grounds grounds = Submitting.grounds(process, self, whole, now);
    return ask(call(process, self, whole, part.action(), part.fresh(), grounds).in(trial), outcome);
  }

  private static Outcome<ProcessEvent> ask(Call call, Outcome<ProcessEvent> outcome) {
    return Route.of(call.action(), call.names(), call.fresh())
        .map(to -> outcome.forward(to, new Message.Request(call)))
        .orElseGet(() -> outcome.tried(call, Route.nobody(call.action())));
  }

  private static Response end(Trial trial) {
    return new Response.Performed("", Composites.reply(trial.whole().action(), trial.done()));
  }

  /** What a part would bring about that a later one rests on. */
  private static List<Foreseen> foreseen(Message.Tried part) {
    ProcessAction action = part.part();
    String item = action.complements().nil();
    String born = part.reply().complements().nil();
    List<Foreseen> all = new ArrayList<>();
    switch (action.action()) {
      case UM_CAPTURE -> {
        if (born != null) all.add(new Foreseen.Born(born, "Data", action.source()));
      }
      case IDENTIFY -> {
        if (born != null) all.add(new Foreseen.Born(born, "Stream", action.source()));
      }
      case MM_SEND -> {
        if (item == null) break;
        for (String to : action.complements().to()) all.add(new Foreseen.Sent(item, to));
      }
      default -> {
        if (!Route.selectsParcel(action)) break;
        String parcel = action.complements().places().get(0);
        all.add(new Foreseen.HandedOver(parcel, action.source()));
      }
    }
    return all;
  }

  private static Call call(
      ProcessState process,
      Address self,
      Ask ask,
      ProcessAction action,
      List<String> fresh,
      Grounds grounds) {
    return new Call(
        new CallId(self, 0, 0),
        action,
        process.account(),
        Route.names(action, ask.names()),
        fresh,
        grounds,
        ask.notAfter(),
        false,
        true,
        0,
        List.of());
  }
}
