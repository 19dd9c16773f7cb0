package org.mmm.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

/**
 * A Service that performs, and asks in its own name what follows from it. What it performs is said
 * by its {@link Rules}; the rest is the same for all.
 */
public final class ServiceMachine implements Machine<ServiceState, ServiceEvent> {
  /** How long what a Service asks by itself may take: 24 h. It is repeated for as long. */
  private static final long PATIENCE_MILLIS = 24 * 3_600_000L;

  private static final String LOG = "log";

  /** What one Service performs. */
  public interface Rules {
    /** Asks on, or ends: see {@link Step}. Called again with each finding. */
    Step perform(Address self, Call call, Moment now);
  }

  /** What is next in performing a Process Action. */
  public sealed interface Step {
    /** Another entity is asked first. */
    record Consult(Send question) implements Step {}

    /**
     * It ends so.
     *
     * @param reply the answer
     * @param then what the Service asks in its own name because of it: written in the same write
     */
    record End(Reply reply, List<Ask> then) implements Step {}

    static Step consult(Send question) {
      return new Consult(question);
    }

    static Step end(Reply reply, Ask... then) {
      return new End(reply, List.of(then));
    }

    static Step refuse(Call call, Reason reason, String detail) {
      return end(Reply.of(call, PaStatus.err(reason, detail)));
    }
  }

  private final Address self;
  private final Rules rules;

  public ServiceMachine(Address self, Rules rules) {
    this.self = self;
    this.rules = rules;
  }

  @Override
  public ServiceState empty() {
    return ServiceState.empty();
  }

  @Override
  public ServiceState apply(ServiceState service, ServiceEvent event) {
    return service.apply(self, event);
  }

  @Override
  public Outcome<ServiceEvent> on(ServiceState service, Message message, Moment now) {
    if (message instanceof Message.Request m) return request(service, m.call(), now);
    if (message instanceof Message.Answer m) {
      return service.intents().answered(self, m, "", now).map(ServiceEvent.Intent::new);
    }
    if (message instanceof Message.Read m && m.query() instanceof Query.Activity q) {
      Outcome<ServiceEvent> outcome = Outcome.nothing();
      return q.waiting() && service.log().last() <= q.after()
          ? outcome.await(LOG)
          : outcome.respond(new Response.View(service.log().view(q.after(), q.limit())));
    }
    return Outcome.nothing();
  }

  @Override
  public Map<String, Response> wakes(ServiceState before, ServiceState after, Set<String> keys) {
    return keys.contains(LOG) && after.log().last() > before.log().last()
        ? Map.of(LOG, new Response.View(after.log().view(before.log().last(), 1_000)))
        : Map.of();
  }

  @Override
  public boolean busy(ServiceState service) {
    return service.intents().busy();
  }

  @Override
  public List<Send> due(ServiceState service, Moment now) {
    return service.intents().due(self, "", now);
  }

  private Outcome<ServiceEvent> request(ServiceState service, Call call, Moment now) {
    Outcome<ServiceEvent> outcome = Outcome.nothing();
    Optional<Reply> stored = service.answers().find(call.id());
    if (stored.isPresent()) {
      return outcome.send(call.id().subject(), new Message.Answer(call.id(), stored.get()));
    }
    if (!call.dryRun() && service.answers().past(call.id())) return outcome; // a straggler
    Step step = rules.perform(self, call, now);
    if (step instanceof Step.Consult c) return outcome.send(c.question());
    Step.End end = (Step.End) step;
    if (call.dryRun()) return outcome.tried(call, end.reply());
    boolean unable =
        end.reply().status() instanceof PaStatus.Err err && err.reason() == Reason.UNABLE;
    if (unable && !call.settle()) { // for the moment only, and never stored
      return outcome.send(call.id().subject(), new Message.Answer(call.id(), end.reply()));
    }
    outcome =
        outcome
            .persist(new ServiceEvent.Answered(Performed.of(call, end.reply(), now)))
            .send(call.id().subject(), new Message.Answer(call.id(), end.reply()));
    return asking(service.intents(), end.then(), outcome, now);
  }

  private Outcome<ServiceEvent> asking(
      Intents intents, List<Ask> asks, Outcome<ServiceEvent> outcome, Moment now) {
    Intents next = intents;
    List<ServiceEvent> events = new ArrayList<>();
    List<Send> sends = new ArrayList<>();
    for (Ask ask : asks) {
      if (next.keys().find(ask.key()).isPresent()) continue;
      Outcome<IntentEvent> asked = next.ask(self, ask, "", Grounds.NONE, null, now);
      for (IntentEvent e : asked.events()) {
        next = next.apply(e);
        events.add(new ServiceEvent.Intent(e));
      }
      asked.soon().forEach(e -> events.add(new ServiceEvent.Intent(e)));
      sends.addAll(asked.sends());
    }
    return outcome.persist(events).send(sends);
  }

  /** When what a Service asks now runs out. */
  public static long notAfter(Moment now) {
    return now.millis() + PATIENCE_MILLIS;
  }
}
