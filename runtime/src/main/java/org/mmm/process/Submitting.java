package org.mmm.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.action.Preposition;
import org.mmm.intent.Abroad;
import org.mmm.intent.Composites;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Intents;
import org.mmm.intent.Route;
import org.mmm.items.ProcessType;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.Faults;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Grounds;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.RuleBook;

/**
 * A Process asks. It refuses itself only what it cannot do, what names nothing, and what a Rule or
 * a May Not forbids; everything else is decided by what is acted upon.
 */
final class Submitting {
  /** What a Device can do (WIRE: the human's side of Import and Export, and messages). */
  private static final Set<Action> DEVICE =
      EnumSet.of(
          Action.UM_CAPTURE, Action.UM_SEND, Action.MU_ACTUATE, Action.MM_SEND, Action.IDENTIFY);

  private Submitting() {}

  static Outcome<ProcessEvent> submit(
      ProcessState process, Address self, Ask said, RuleBook rules, Quotas quotas, Moment now) {
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    if (!process.exists()) {
      return outcome.respond(
          new Response.Refused(PaStatus.err(Reason.INC_ID, "there is no Process " + self.id())));
    }
    // Who speaks for a Process of another M-Instance has seen that one's signature.
    boolean vouched = RemoteName.is(self.id()) && said.tokenId() == null;
    if (!vouched && (said.tokenId() == null || !process.tokens().contains(said.tokenId()))) {
      return outcome.respond(new Response.BadToken());
    }
    Ask ask = process.templates().copiedInto(said.personalOf(process.account()));
    if (!ask.dryRun()) {
      Optional<Outcome<ProcessEvent>> known =
          ProcessMachine.intents(process.intents().known(self, ask));
      if (known.isPresent()) return known.get();
    }
    Optional<Response> tooFast = throttled(process, quotas, now);
    if (tooFast.isPresent()) return outcome.respond(tooFast.get());
    if (ask.dryRun()) return Trying.begin(process, self, ask, rules, now);
    Optional<Reply> refusal = refusal(process, ask, rules, now);
    if (refusal.isPresent()) {
      return ProcessMachine.intents(process.intents().refuse(self, ask, refusal.get(), now));
    }
    Grounds grounds = grounds(process, self, ask, now);
    return ProcessMachine.intents(
        process.intents().ask(self, ask, process.account(), grounds, null, now));
  }

  /** Another Process of the same Account tells this one to perform a part of its composite. */
  static Outcome<ProcessEvent> instruct(
      ProcessState process, Address self, Message.Instruct order, RuleBook rules, Moment now) {
    Ask ask = order.ask();
    Outcome<ProcessEvent> outcome = Outcome.nothing();
    Optional<Reply> stranger = stranger(process, self, ask, order.account(), order.from());
    if (stranger.isPresent()) {
      return outcome.send(order.from(), new Message.Answer(order.part(), stranger.get()));
    }
    var known = process.intents().keys().find(ask.key());
    if (known.isPresent()) {
      Reply reply = known.get().reply();
      return reply == null
          ? outcome
          : outcome.send(order.from(), new Message.Answer(order.part(), reply));
    }
    Optional<Reply> refusal = refusal(process, ask, rules, now);
    if (now.millis() > ask.notAfter()) {
      PaStatus late = PaStatus.err(Reason.UNABLE, "never performed: it ran out");
      refusal = Optional.of(Intents.plain(ask.action(), late));
    }
    if (refusal.isPresent()) {
      Reply reply = refusal.get();
      return ProcessMachine.intents(process.intents().refuse(self, ask, reply, now))
          .send(order.from(), new Message.Answer(order.part(), reply));
    }
    Grounds grounds = grounds(process, self, ask, now);
    return ProcessMachine.intents(
        process
            .intents()
            .ask(
                self,
                ask,
                process.account(),
                grounds,
                new IntentEvent.Order(order.from(), order.part()),
                now));
  }

  /** The refusal of an order from another Account, if it is one. */
  static Optional<Reply> stranger(
      ProcessState process, Address self, Ask ask, String account, Address from) {
    if (process.exists() && process.account().equals(account)) return Optional.empty();
    String detail = self.id() + " is not a Process of the Account of " + from.id();
    return Optional.of(Intents.plain(ask.action(), PaStatus.err(Reason.INS_RIGHTS, detail)));
  }

  /**
   * What the Process refuses by itself: what it cannot do, what names nothing, what a Rule or a May
   * Not forbids.
   */
  static Optional<Reply> refusal(ProcessState process, Ask ask, RuleBook rules, Moment now) {
    Decision decision = authorize(process, ask.action(), rules, now);
    return refusal(process, ask, decision)
        .map(why -> Intents.plain(ask.action(), why).with(decision.derivation()));
  }

  private static Optional<Response> throttled(ProcessState process, Quotas quotas, Moment now) {
    Pace pace = process.pace().at(now.millis());
    long wait = Pace.untilNext(now.millis());
    if (process.intents().open().size() >= quotas.inFlight()) {
      return Optional.of(
          new Response.Throttled(
              1_000, "at most " + quotas.inFlight() + " unanswered Process Actions at a time"));
    }
    if (pace.asked() >= quotas.actionsPerMinute()) {
      return Optional.of(
          new Response.Throttled(
              wait, "at most " + quotas.actionsPerMinute() + " Process Actions a minute"));
    }
    if (pace.refused() >= quotas.refusalsPerMinute()) {
      return Optional.of(
          new Response.Throttled(
              wait, "refused " + quotas.refusalsPerMinute() + " times this minute"));
    }
    return Optional.empty();
  }

  /** Its own May Nots and the Rules: of the sentence, and of every part that it asks for itself. */
  private static Decision authorize(
      ProcessState process, ProcessAction action, RuleBook rules, Moment now) {
    return Authorization.ofSubject(action, process.type(), process.rights(), rules, now.millis());
  }

  /** Capabilities: what a Process of that type can do at all. */
  static boolean can(ProcessType type, Action action) {
    return action.offered()
        && action != Action.REGISTER
        && (type != ProcessType.DEVICE || DEVICE.contains(action));
  }

  private static Optional<PaStatus.Err> refusal(ProcessState process, Ask ask, Decision decision) {
    ProcessAction action = ask.action();
    if (!action.action().offered()) {
      return err(
          Reason.FAULTY_PA,
          action.action().title()
              + " is not offered by this M-Instance; see /m-instance/capabilities");
    }
    if (!can(process.type(), action.action())) {
      return err(
          Reason.FAULTY_PA,
          "a " + process.type().wireName() + " cannot " + action.action().title());
    }
    Optional<PaStatus.Err> fault = Faults.of(action);
    if (fault.isPresent()) return fault;
    Optional<PaStatus.Err> abroad = Abroad.fault(action);
    if (abroad.isPresent()) return abroad;
    Optional<PaStatus.Err> unknown = unknownName(ask);
    if (unknown.isPresent()) return unknown;
    return decision.status() instanceof PaStatus.Err forbidden
        ? Optional.of(forbidden)
        : Optional.empty();
  }

  private static Optional<PaStatus.Err> unknownName(Ask ask) {
    ProcessAction action = ask.action();
    Complements c = action.complements();
    List<String> names = new ArrayList<>();
    boolean newName =
        action.action() == Action.UM_CAPTURE || Route.isNewMessage(action, ask.names());
    if (!newName) names.addAll(c.ids(Preposition.NIL));
    for (Preposition p :
        List.of(Preposition.AT, Preposition.FROM, Preposition.TO, Preposition.OF)) {
      names.addAll(c.ids(p));
    }
    if (action.action() == Action.MM_ANIMATE) names.addAll(c.ids(Preposition.WITH));
    for (String name : names) {
      if (!ask.names().containsKey(name) && MmmService.of(name).isEmpty()) {
        return err(Reason.INC_ID, "\"" + name + "\" names nothing in this M-Instance");
      }
    }
    for (String by : c.by()) {
      if (MmmService.of(by).isEmpty() && !RemoteName.is(by)) {
        return err(Reason.INC_ID, "\"" + by + "\" is no Service of this M-Instance");
      }
    }
    if (newName && c.nil() != null && Abroad.of(action).isEmpty() && isOthers(c.nil(), action)) {
      return err(Reason.FAULTY_PA, c.nil() + " is a name of another M-Instance; choose another");
    }
    if (newName
        && c.nil() != null
        && MintedName.reserved(c.nil())
        && !ask.fresh().contains(c.nil())) {
      return err(
          Reason.FAULTY_PA,
          "the ID " + c.nil() + " has the form that the M-Instance gives; choose another");
    }
    return Optional.empty();
  }

  /** Whether a name is of another M-Instance than the Process that gives it. */
  private static boolean isOthers(String name, ProcessAction action) {
    return RemoteName.of(name)
        .filter(
            remote ->
                RemoteName.of(action.source())
                    .filter(source -> source.instance().equals(remote.instance()))
                    .isEmpty())
        .isPresent();
  }

  /** The May Rights that fit the sentence, its parts, and the reading of what goes With it. */
  static Grounds grounds(ProcessState process, Address self, Ask ask, Moment now) {
    Set<Right> fitting = new LinkedHashSet<>();
    for (ProcessAction action : sentences(self, ask)) {
      fitting.addAll(process.grounds(action, now.millis()).rights());
      for (String item : action.complements().ids(Preposition.WITH)) {
        fitting.addAll(
            process
                .grounds(
                    new ProcessAction(
                        action.source(), Action.INFORM, action.edition(), Complements.nil(item)),
                    now.millis())
                .rights());
      }
    }
    return new Grounds(fitting.stream().limit(Grounds.MOST).toList());
  }

  /** The sentence, or the parts that it comes to if all goes well. */
  private static List<ProcessAction> sentences(Address self, Ask ask) {
    if (!Route.inParts(ask.action())) return List.of(ask.action());
    List<ProcessAction> parts = new ArrayList<>();
    List<Reply> done = new ArrayList<>();
    var next = Composites.next(ask.action(), self, ask.names(), ask.fresh(), done);
    while (next.isPresent()) {
      ProcessAction part = next.get().action();
      if (next.get().by().equals(self)) parts.add(part);
      List<String> fresh = next.get().fresh();
      Reply ack = Intents.plain(part, PaStatus.ACK);
      done.add(fresh.isEmpty() ? ack : ack.with(Complements.nil(fresh.get(0))));
      next = Composites.next(ask.action(), self, ask.names(), ask.fresh(), done);
    }
    return parts;
  }

  private static Optional<PaStatus.Err> err(Reason reason, String detail) {
    return Optional.of(PaStatus.err(reason, detail));
  }
}
