package org.mmm.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.items.Level;
import org.mmm.journal.Cbor;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.kernel.Telling;
import org.mmm.kernel.Told;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.rights.Pattern;
import org.mmm.rights.Quotas;
import org.mmm.rights.Right;
import org.mmm.rights.RuleBook;

/** One Process, told one thing after the other; everything that it writes goes through CBOR. */
final class OneProcess {
  final Address self;
  final List<ProcessEvent> written = new ArrayList<>();
  private final ProcessMachine machine;
  private ProcessState state;

  OneProcess(String id, RuleBook rules, Quotas quotas) {
    self = Address.process(id);
    machine = new ProcessMachine(self, () -> rules, quotas);
    state = machine.empty();
  }

  OneProcess(String id) {
    this(id, RuleBook.none("MI1"), Quotas.DEFAULT);
  }

  static OneProcess user(String id, Right... rights) {
    return new OneProcess(id).born("User", rights);
  }

  OneProcess born(String type, Right... rights) {
    Call founding = Telling.call("Registration", 1, Action.REGISTER, Complements.NONE);
    ask(Question.FOUND, founding, Telling.born(type, self.id(), List.of(rights)));
    return this;
  }

  ProcessState state() {
    return state;
  }

  Outcome<ProcessEvent> tell(Message message, Moment now) {
    Outcome<ProcessEvent> outcome = machine.on(state, message, now);
    for (ProcessEvent event : Told.events(outcome)) {
      written.add(event);
      state = machine.apply(state, Cbor.roundTrip(ProcessEvent.class, event));
    }
    state = Cbor.roundTrip(ProcessState.class, state);
    return outcome;
  }

  /** That has happened to it. */
  void became(ProcessEvent event) {
    state = machine.apply(state, event);
  }

  Outcome<ProcessEvent> tell(Message message) {
    return tell(message, Telling.NOW);
  }

  Outcome<ProcessEvent> submit(Ask ask) {
    return tell(new Message.Submit(ask));
  }

  Outcome<ProcessEvent> answer(long seq, PaStatus status) {
    return answer(seq, 0, status, Complements.NONE);
  }

  Outcome<ProcessEvent> answer(long seq, int part, PaStatus status, Complements yielded) {
    Reply reply = new Reply(status, "LocationService", yielded, false, List.of());
    return tell(new Message.Answer(new CallId(self, seq, part), reply));
  }

  Finding ask(Question question, Call call, @Nullable Args args) {
    Address performer = Address.item("Message1");
    return Told.finding(tell(Telling.consult(question, performer, call, args)));
  }

  Response read(Query query) {
    Response response = tell(new Message.Read(query)).response();
    if (response == null) throw new AssertionError("no response to " + query);
    return response;
  }

  List<Send> due(Moment now) {
    return machine.due(state, now);
  }

  boolean busy() {
    return machine.busy(state);
  }

  Map<String, Response> wakes(ProcessState before, String... keys) {
    return machine.wakes(before, state, Set.of(keys));
  }

  /** What this Process asks under that key. */
  Ask asks(String key, Action action, Complements said) {
    return new Ask(
        key,
        action + "/" + said,
        Telling.asks(self.id(), action, said),
        Telling.NAMES,
        List.of(Telling.FRESH, "Stream-000000000002", "RItem-000000000003"),
        Telling.NOON + 30_000,
        false,
        "token1",
        null);
  }

  /** MM-Embed Persona1 At that place. */
  Ask embeds(String key, String place) {
    return asks(key, Action.MM_EMBED, Complements.nil("Persona1").withAt(place));
  }

  static Ask dry(Ask ask) {
    return new Ask(
        ask.key(),
        ask.digest(),
        ask.action(),
        ask.names(),
        ask.fresh(),
        ask.notAfter(),
        true,
        ask.tokenId(),
        ask.extra());
  }

  static Ask withToken(@Nullable String token, Ask ask) {
    return new Ask(
        ask.key(),
        ask.digest(),
        ask.action(),
        ask.names(),
        ask.fresh(),
        ask.notAfter(),
        ask.dryRun(),
        token,
        ask.extra());
  }

  static Ask knowing(Map<String, Name> names, Ask ask) {
    return new Ask(
        ask.key(),
        ask.digest(),
        ask.action(),
        names,
        ask.fresh(),
        ask.notAfter(),
        ask.dryRun(),
        ask.tokenId(),
        ask.extra());
  }

  /** What the M-Instance lets it do from birth. */
  static Right original(Action action, Complements said) {
    return new Right(
        "Original-" + action,
        org.mmm.items.DeonticVerb.MAY,
        Level.ORIGINAL,
        Pattern.of(action, said),
        null,
        "MI1",
        null,
        Telling.NOON);
  }
}
