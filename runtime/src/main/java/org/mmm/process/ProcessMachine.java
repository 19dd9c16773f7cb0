package org.mmm.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mmm.intent.IntentEvent;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.log.LogTail;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Quotas;
import org.mmm.rights.RuleBook;

/** A User, Device or App: which rules decide about which message. */
public final class ProcessMachine implements Machine<ProcessState, ProcessEvent> {
  private final Address self;
  private final Supplier<RuleBook> rules;
  private final Quotas quotas;

  /**
   * @param rules the M-Instance's Rules as this node knows them now
   * @param quotas its Rules in numbers
   */
  public ProcessMachine(Address self, Supplier<RuleBook> rules, Quotas quotas) {
    this.self = self;
    this.rules = rules;
    this.quotas = quotas;
  }

  @Override
  public ProcessState empty() {
    return ProcessState.unborn(self.id());
  }

  @Override
  public ProcessState apply(ProcessState process, ProcessEvent event) {
    return process.apply(self, event, quotas);
  }

  @Override
  public Outcome<ProcessEvent> on(ProcessState process, Message message, Moment now) {
    if (message instanceof Message.Submit m) {
      return Submitting.submit(process, self, m.ask(), rules.get(), quotas, now);
    }
    if (message instanceof Message.Instruct m) {
      return Submitting.instruct(process, self, m, rules.get(), now);
    }
    if (message instanceof Message.Try m) return Trying.order(process, self, m, rules.get(), now);
    if (message instanceof Message.Tried m) return Trying.tried(process, self, m, now);
    if (message instanceof Message.Answer m) return answered(process, m, now);
    if (message instanceof Message.Request m) {
      return Granting.request(process, self, m.call().at(now), quotas, now);
    }
    if (message instanceof Message.Consult m) return Receiving.consult(process, self, m, now);
    if (message instanceof Message.Read m) return read(process, m.query(), now);
    return Outcome.nothing();
  }

  @Override
  public boolean busy(ProcessState process) {
    return process.exists() && process.intents().busy();
  }

  @Override
  public List<Send> due(ProcessState process, Moment now) {
    return process.exists() ? process.intents().due(self, process.account(), now) : List.of();
  }

  @Override
  public Map<String, Response> wakes(ProcessState before, ProcessState after, Set<String> keys) {
    Map<String, Response> wakes = new LinkedHashMap<>();
    if (keys.contains(Telling.LOG) && after.log().last() > before.log().last()) {
      wakes.put(Telling.LOG, new Response.View(after.log().view(before.log().last(), 1_000)));
    }
    if (keys.contains(Telling.LOG_OF_OTHER) && after.log().last() > before.log().last()) {
      var nothing = LogTail.json(List.of(), before.log().last()).put("complete", true);
      wakes.put(Telling.LOG_OF_OTHER, new Response.View(nothing));
    }
    // Who waits with a token that has ended must not get what comes: it is woken, and asks again.
    boolean ended = !after.tokens().containsAll(before.tokens());
    if (keys.contains(Telling.INBOX) && (ended || after.inbox().last() > before.inbox().last())) {
      wakes.put(Telling.INBOX, Telling.inbox(after, before.inbox().last()));
    }
    return wakes;
  }

  private Outcome<ProcessEvent> answered(ProcessState process, Message.Answer answer, Moment now) {
    if (!process.exists()) return Outcome.nothing();
    Outcome<ProcessEvent> outcome =
        intents(process.intents().answered(self, answer, process.account(), now));
    List<ProcessEvent> settled = new ArrayList<>();
    ProcessState after = process;
    for (ProcessEvent event : outcome.soon()) after = apply(after, event);
    for (var change : after.settling().values()) {
      if (change.settling().isEmpty()) settled.add(Granting.finish(change, now));
    }
    outcome = outcome.persist(settled);
    for (ProcessEvent event : settled) {
      var performed = ((ProcessEvent.Answered) event).performed();
      outcome =
          outcome.send(
              performed.id().subject(), new Message.Answer(performed.id(), performed.reply()));
    }
    return outcome;
  }

  private Outcome<ProcessEvent> read(ProcessState process, Query query, Moment now) {
    if (!process.exists()) {
      return Outcome.<ProcessEvent>nothing()
          .respond(
              new Response.Refused(
                  PaStatus.err(Reason.INC_ID, "there is no Process " + self.id())));
    }
    return Telling.read(process, query, now);
  }

  /** The outcome of the intent protocol, as this entity's own. */
  static Outcome<ProcessEvent> intents(Outcome<IntentEvent> outcome) {
    return outcome.map(ProcessEvent.Intent::new);
  }

  static Optional<Outcome<ProcessEvent>> intents(Optional<Outcome<IntentEvent>> outcome) {
    return outcome.map(o -> intents(o));
  }
}
