package org.mmm.resolution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Performed;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;
import org.mmm.service.ServiceEvent;
import org.mmm.service.ServiceMachine;

/**
 * A session of Processes of several M-Instances, kept by the Resolution Service of the one whose
 * Process has opened it. It invites, and each joins or declines, and leaves; what is sent to it by
 * one who is in it comes to all others who are, to each in the same order. So nobody hears an
 * answer before what it answers. Who cannot be reached is in it all the same, and gets all of it
 * later.
 */
public final class SessionMachine implements Machine<SessionState, SessionEvent> {
  /** How long a session lasts if nothing else is said, and at most. */
  static final long LASTS_MILLIS = 24 * 3_600_000L;

  static final long LASTS_AT_MOST_MILLIS = 30 * LASTS_MILLIS;

  /** So much of what was said may wait for somebody. */
  static final int SAID_AT_MOST = 1_000;

  private static final String LOG = "log";

  private final Address self;
  private final String id;
  private final ResolutionSettings settings;

  /** For {@code service/RESOLUTION/session/<id>}. */
  public SessionMachine(Address self, String id, ResolutionSettings settings) {
    this.self = self;
    this.id = id;
    this.settings = settings;
  }

  @Override
  public SessionState empty() {
    return SessionState.EMPTY;
  }

  @Override
  public SessionState apply(SessionState session, SessionEvent event) {
    return session.apply(self, event);
  }

  @Override
  public boolean busy(SessionState session) {
    return session.service().intents().busy() || granting(session).isPresent();
  }

  @Override
  public List<Send> due(SessionState session, Moment now) {
    List<Send> due = new ArrayList<>(session.service().intents().due(self, "", now));
    granting(session).ifPresent(process -> due.add(grant(session, process, now)));
    return due;
  }

  @Override
  public Outcome<SessionEvent> on(SessionState session, Message message, Moment now) {
    if (message instanceof Message.Request m) return request(session, m.call().at(now), now);
    if (message instanceof Message.Consult m) return consulted(session, m, now);
    if (message instanceof Message.Answer m) return answered(session, m, now);
    if (message instanceof Message.Read m) return read(session, m.query(), now);
    return Outcome.nothing();
  }

  @Override
  public Map<String, Response> wakes(SessionState before, SessionState after, Set<String> keys) {
    return keys.contains(LOG) && after.log().last() > before.log().last()
        ? Map.of(LOG, new Response.View(after.log().view(before.log().last(), 1_000)))
        : Map.of();
  }

  private Outcome<SessionEvent> request(SessionState session, Call call, Moment now) {
    Outcome<SessionEvent> outcome = Outcome.nothing();
    Optional<Reply> stored = session.service().answers().find(call.id());
    if (stored.isPresent()) {
      return outcome.send(call.id().subject(), new Message.Answer(call.id(), stored.get()));
    }
    if (!call.dryRun() && session.service().answers().past(call.id())) return outcome;
    SessionWish wish;
    try {
      wish = SessionWish.of(call.action());
    } catch (IllegalArgumentException e) {
      return end(session, call, Reason.FAULTY_PA, String.valueOf(e.getMessage()), now);
    }
    if (!session.opened() && wish.joins() != null) { // what never was cannot remember
      Reply none = Reply.of(call, PaStatus.err(Reason.INC_ID, "there is no session " + id));
      return call.dryRun()
          ? outcome.tried(call, none)
          : outcome.send(call.id().subject(), new Message.Answer(call.id(), none));
    }
    if (call.settle()) return end(session, call, Reason.UNABLE, "never performed: it ran out", now);
    return wish.joins() == null
        ? open(session, call, wish, now)
        : respond(session, call, wish.joins(), now);
  }

  private Outcome<SessionEvent> open(
      SessionState session, Call call, SessionWish wish, Moment now) {
    if (session.opened() || call.action().complements().nil() != null) {
      return end(
          session, call, Reason.CLASH, "a session is opened once, by Resolve without Nil", now);
    }
    for (SessionEvent.Partner partner : wish.partners()) {
      Name name = call.names().get(inward(partner.process()));
      boolean known = name != null && name.kind() == Address.Kind.PROCESS;
      if (!known && !RemoteName.is(inward(partner.process()))) {
        String none = "\"" + partner.process() + "\" names no Process here";
        return end(session, call, Reason.INC_ID, none, now);
      }
    }
    long most = now.millis() + LASTS_AT_MOST_MILLIS;
    long expires =
        wish.expires() == 0
            ? now.millis() + LASTS_MILLIS
            : Math.min(most, Math.max(now.millis(), wish.expires()));
    List<SessionEvent.Partner> partners =
        wish.partners().stream()
            .map(p -> new SessionEvent.Partner(inward(p.process()), p.rights()))
            .toList();
    List<SessionEvent> events = new ArrayList<>();
    SessionState after =
        add(
            session,
            events,
            new SessionEvent.Opened(
                call.subject(), call.account(), partners, call.names(), expires, now.hlc()));
    for (SessionEvent.Partner partner : partners) {
      if (partner.process().equals(call.subject())) continue;
      ObjectNode invitation = SessionItems.invitation(id, after, partner.process());
      after = say(after, events, invitation, List.of(partner.process()), now);
    }
    Reply reply = Reply.of(call, PaStatus.ACK).with(Complements.nil(id)).creating();
    return ended(after, events, call, reply, now);
  }

  private Outcome<SessionEvent> respond(
      SessionState session, Call call, boolean joins, Moment now) {
    String process = call.subject();
    SessionState.Member member = session.members().get(process);
    if (member == null) { // whoever is not invited learns nothing of it
      return end(session, call, Reason.INC_ID, "no session " + id + " has invited " + process, now);
    }
    if (session.over(now.millis())) {
      return end(session, call, Reason.CLASH, "the session " + id + " is over", now);
    }
    boolean in = member.part() == SessionState.Part.JOINED;
    boolean invited = member.part() == SessionState.Part.INVITED;
    List<SessionEvent> events = new ArrayList<>();
    SessionState after = session;
    if (joins ? !in : in || invited) {
      after = add(after, events, new SessionEvent.Responded(process, joins, now.hlc()));
      after = say(after, events, SessionItems.responded(id, process, joins), in(after), now);
      if (!joins && process.equals(session.initiator())) {
        after = add(after, events, new SessionEvent.Closed(now.hlc()));
      }
    }
    Reply reply = Reply.of(call, PaStatus.ACK).with(Complements.nil(id));
    Outcome<SessionEvent> outcome = ended(after, events, call, reply, now);
    return joins && !call.dryRun() && granting(after).isPresent()
        ? outcome.send(grant(after, granting(after).get(), now))
        : outcome;
  }

  /** MM-Send to the session. */
  private Outcome<SessionEvent> consulted(
      SessionState session, Message.Consult consult, Moment now) {
    Outcome<SessionEvent> outcome = Outcome.nothing();
    Call call = consult.call();
    if (consult.question() != Question.DELIVER
        || !(consult.args() instanceof Args.Delivery delivery)) {
      String what = id + " is a session: Messages are sent to it";
      return outcome.send(no(consult, Reason.FAULTY_PA, what));
    }
    boolean known =
        session.service().answers().find(call.id()).isPresent()
            || session.service().answers().past(call.id());
    if (known) {
      return outcome.send(consult.answer(Finding.yes(Question.DELIVER, id)));
    }
    if (!session.isIn(call.subject())) {
      return outcome.send(no(consult, Reason.INS_RIGHTS, call.subject() + " is not in " + id));
    }
    if (session.over(now.millis())) {
      return outcome.send(no(consult, Reason.CLASH, "the session " + id + " is over"));
    }
    if (call.settle() && !call.agreed(Question.DELIVER)) {
      return outcome.send(no(consult, Reason.UNABLE, "it came too late"));
    }
    With.Inline content = delivery.content();
    if (content == null) {
      return outcome.send(no(consult, Reason.FAULTY_PA, "a Message is sent to a session"));
    }
    if (session.said().size() >= SAID_AT_MOST) {
      String full = SAID_AT_MOST + " things that were said in " + id + " wait for somebody already";
      return outcome.send(no(consult, Reason.UNABLE, full));
    }
    Send yes = consult.answer(Finding.yes(Question.DELIVER, id));
    if (call.dryRun()) return outcome.send(yes);
    List<SessionEvent> events = new ArrayList<>();
    Reply reply = Reply.of(call, PaStatus.ACK);
    SessionState after =
        add(
            session,
            events,
            new SessionEvent.OfService(
                new ServiceEvent.Answered(
                    new Performed(
                        call.id(),
                        new ProcessAction(
                            call.subject(),
                            Action.MM_SEND,
                            call.action().edition(),
                            Complements.nil(delivery.item()).withTo(id)),
                        reply,
                        call.notAfter(),
                        call.settledBelow(),
                        now.hlc()))));
    List<String> others = new ArrayList<>(in(after));
    others.remove(call.subject());
    ObjectNode item = SessionItems.said(id, call.subject(), content.item(), after.last() + 1);
    after = say(after, events, item, others, now);
    return telling(after, events, now, outcome).send(yes);
  }

  private Send no(Message.Consult consult, Reason reason, String detail) {
    return consult.answer(Finding.of(consult.question(), id, PaStatus.err(reason, detail)));
  }

  /** What was told has come, or never will; or the initiator has given the Rights, or could not. */
  private Outcome<SessionEvent> answered(SessionState session, Message.Answer answer, Moment now) {
    List<SessionEvent> events = new ArrayList<>();
    Outcome<SessionEvent> outcome = Outcome.nothing();
    if (answer.id().seq() < 0) {
      String process =
          new ArrayList<>(session.members().keySet()).get((int) -answer.id().seq() - 1);
      SessionState.Member member = session.members().get(process);
      if (member == null || member.rights() == null) return outcome;
      String detail = detail(answer.reply().status());
      SessionState after = add(session, events, new SessionEvent.Granted(process, detail));
      if (!detail.isEmpty()) {
        ObjectNode why = SessionItems.failed(id, process, "no Rights: " + detail);
        after = say(after, events, why, List.of(session.initiator()), now);
      }
      return telling(after, events, now, outcome);
    }
    var open = session.service().intents().open().get(answer.id().seq());
    Outcome<IntentEvent> taken = session.service().intents().answered(self, answer, "", now);
    SessionState after = session;
    for (IntentEvent event : taken.events()) {
      after = add(after, events, new SessionEvent.OfService(new ServiceEvent.Intent(event)));
    }
    for (IntentEvent event : taken.soon()) {
      after = add(after, events, new SessionEvent.OfService(new ServiceEvent.Intent(event)));
    }
    if (open == null || events.isEmpty()) return outcome;
    String key = open.asked().key();
    int slash = key.indexOf('/');
    long number = Long.parseLong(key.substring(0, slash));
    String process = key.substring(slash + 1);
    String why = detail(answer.reply().status());
    after = add(after, events, new SessionEvent.Told(process, number, why, now.hlc()));
    SessionState.Member member = after.members().get(process);
    if (!why.isEmpty() && member != null && member.part() == SessionState.Part.INVITED) {
      List<String> others = new ArrayList<>(in(after));
      after = say(after, events, SessionItems.failed(id, process, why), others, now);
    }
    return telling(after, events, now, outcome.send(taken.sends()));
  }

  private static String detail(PaStatus status) {
    return status instanceof PaStatus.Err err ? err.reason().wireName() + ": " + err.detail() : "";
  }

  /** Who has joined and has not yet the Rights that go with it. */
  private static Optional<String> granting(SessionState session) {
    return session.members().entrySet().stream()
        .filter(e -> e.getValue().part() == SessionState.Part.JOINED)
        .filter(e -> e.getValue().rights() != null)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The initiator gives them: in its own name, as it said when it invited. */
  private Send grant(SessionState session, String process, Moment now) {
    List<String> all = new ArrayList<>(session.members().keySet());
    SessionState.Member member = session.members().get(process);
    ObjectNode rights =
        member == null || member.rights() == null
            ? JsonNodeFactory.instance.objectNode()
            : member.rights();
    Map<String, Name> names = new HashMap<>(session.names());
    names.putIfAbsent(process, new Name(Address.Kind.PROCESS, "User"));
    String key = id + "/" + all.indexOf(process);
    var sentence =
        new ProcessAction(
            session.initiator(),
            Action.CHANGE,
            Edition.TEC_2_2,
            Complements.NONE.withOf(process).with(List.of(new With.Inline(rights))));
    Ask ask = new Ask(key, key, sentence, names, List.of(), session.expires(), false, null, null);
    return new Send(
        Address.process(session.initiator()),
        new Message.Instruct(
            ask, self, new CallId(self, -all.indexOf(process) - 1, 0), session.account()));
  }

  private Outcome<SessionEvent> end(
      SessionState session, Call call, Reason reason, String detail, Moment now) {
    return ended(
        session, new ArrayList<>(), call, Reply.of(call, PaStatus.err(reason, detail)), now);
  }

  private Outcome<SessionEvent> ended(
      SessionState session, List<SessionEvent> events, Call call, Reply reply, Moment now) {
    Outcome<SessionEvent> outcome = Outcome.nothing();
    if (call.dryRun()) return outcome.tried(call, reply);
    SessionState after =
        add(
            session,
            events,
            new SessionEvent.OfService(new ServiceEvent.Answered(Performed.of(call, reply, now))));
    return telling(after, events, now, outcome)
        .send(call.id().subject(), new Message.Answer(call.id(), reply));
  }

  /** Who waits for the next thing said is told it now, one thing at a time. */
  private Outcome<SessionEvent> telling(
      SessionState session, List<SessionEvent> events, Moment now, Outcome<SessionEvent> outcome) {
    SessionState after = session;
    List<Send> sends = new ArrayList<>();
    for (String process : session.members().keySet()) {
      long number = after.next(process);
      if (number == 0) continue;
      SessionState.Saying saying = after.said().get(number);
      if (saying == null) continue;
      after = add(after, events, new SessionEvent.Handed(process, number, now.hlc()));
      String message = MintedName.derived("Message", id + "/" + number + "/" + process);
      Ask ask =
          new Ask(
              number + "/" + process,
              number + "/" + process,
              new ProcessAction(
                  MmmService.RESOLUTION.id(Edition.TEC_2_2),
                  Action.MM_SEND,
                  Edition.TEC_2_2,
                  Complements.nil(message)
                      .withTo(process)
                      .with(List.of(new With.Inline(told(saying.content(), process))))),
              Map.of(process, new Name(Address.Kind.PROCESS, "User")),
              List.of(message),
              ServiceMachine.notAfter(now),
              false,
              null,
              null);
      Outcome<IntentEvent> asked =
          after.service().intents().ask(self, ask, "", Grounds.NONE, null, now);
      for (IntentEvent event : asked.events()) {
        after = add(after, events, new SessionEvent.OfService(new ServiceEvent.Intent(event)));
      }
      sends.addAll(asked.sends());
    }
    return outcome.persist(events).send(sends);
  }

  /** Who is of another M-Instance gets names with ours behind them. */
  private ObjectNode told(ObjectNode content, String process) {
    return RemoteName.is(process) ? SessionItems.outward(content, settings.self()) : content;
  }

  private SessionState say(
      SessionState session,
      List<SessionEvent> events,
      ObjectNode content,
      List<String> to,
      Moment now) {
    return to.isEmpty()
        ? session
        : add(session, events, new SessionEvent.Said(content, to, now.hlc()));
  }

  private SessionState add(SessionState session, List<SessionEvent> events, SessionEvent event) {
    events.add(event);
    return session.apply(self, event);
  }

  private static List<String> in(SessionState session) {
    return session.members().keySet().stream().filter(session::isIn).toList();
  }

  /** Without this M-Instance behind it. */
  private String inward(String process) {
    return RemoteName.of(process)
        .filter(name -> name.instance().equals(settings.self()))
        .map(RemoteName::local)
        .orElse(process);
  }

  private Outcome<SessionEvent> read(SessionState session, Query query, Moment now) {
    Outcome<SessionEvent> outcome = Outcome.nothing();
    if (query instanceof Query.Letters) { // woken: what is to be done is done with the next tick
      return outcome.respond(new Response.View(JsonNodeFactory.instance.objectNode()));
    }
    if (query instanceof Query.Activity q) {
      return q.waiting() && session.log().last() <= q.after()
          ? outcome.await(LOG)
          : outcome.respond(new Response.View(session.log().view(q.after(), q.limit())));
    }
    if (query instanceof Query.Show show) {
      boolean may = show.operator() || session.members().containsKey(show.reader().source());
      return outcome.respond(
          session.opened() && may
              ? new Response.View(SessionView.of(id, session, now))
              : new Response.Refused(
                  PaStatus.err(Reason.INC_ID, "no session " + id + " is known to who asks")));
    }
    return outcome;
  }
}
