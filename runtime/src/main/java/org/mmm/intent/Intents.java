package org.mmm.intent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;
import org.pcollections.TreePMap;

/**
 * What one subject asks: the intent protocol, seen from its side. A request is written down before
 * it is sent, is repeated until it is answered, and after notAfter is settled: performed, or never.
 *
 * @param lastSeq the newest sequence number
 * @param open what is not answered yet, by sequence number
 * @param keys what was asked under which key
 */
public record Intents(long lastSeq, TreePMap<Long, Open> open, KeyRecords keys) {
  /** A repetition is due after so long without an answer. */
  static final long REPEAT_AFTER_MILLIS = 900;

  /**
   * Not answered yet.
   *
   * @param asked what was asked
   * @param parts the answers to its parts so far, if it is a composite
   * @param settledBelow every earlier sequence number was answered when it was asked. It is told to
   *     performers, who then forget: so it must be in writing, which what was answered since may
   *     not be yet
   */
  public record Open(IntentEvent.Asked asked, List<Reply> parts, long settledBelow) {
    public Open {
      parts = List.copyOf(parts);
    }

    Open and(Reply part) {
      List<Reply> more = new ArrayList<>(parts);
      more.add(part);
      return new Open(asked, more, settledBelow);
    }
  }

  @JsonCreator
  static Intents of(
      @JsonProperty("lastSeq") long lastSeq,
      @JsonProperty("open") Map<Long, Open> open,
      @JsonProperty("keys") KeyRecords keys) {
    return new Intents(lastSeq, TreePMap.from(open), keys);
  }

  public static Intents none() {
    return new Intents(0, TreePMap.empty(), KeyRecords.none());
  }

  /** Of a subject whose quotas are the default ones. */
  public Intents apply(IntentEvent event) {
    return apply(event, KeyRecords.Bounds.DEFAULT);
  }

  /**
   * @param bounds how many answers it keeps for repeats, and how long
   */
  public Intents apply(IntentEvent event, KeyRecords.Bounds bounds) {
    long last = Math.max(lastSeq, event.seq());
    if (event instanceof IntentEvent.Asked e) {
      return new Intents(
          last,
          open.plus(e.seq(), new Open(e, List.of(), settledBelow())),
          keys.asked(e.key(), e.digest(), e.seq(), e.at().millis(), bounds));
    }
    if (event instanceof IntentEvent.PartAnswered e) {
      Open before = open.get(e.seq());
      if (before == null) return this;
      return new Intents(last, open.plus(e.seq(), before.and(e.reply())), keys);
    }
    if (event instanceof IntentEvent.Answered e) {
      return new Intents(last, open.minus(e.seq()), keys.answered(e.seq(), e.reply()));
    }
    if (event instanceof IntentEvent.Refused e) {
      return new Intents(
          last,
          open,
          keys.asked(e.key(), e.digest(), e.seq(), e.at().millis(), bounds)
              .answered(e.seq(), e.reply()));
    }
    return new Intents(last, open.minus(event.seq()), keys.freed(event.seq()));
  }

  /**
   * What is known of that key already.
   *
   * @return the answer, or to wait for it, or a Clash when the key stands for something else; empty
   *     if the key is new
   */
  public Optional<Outcome<IntentEvent>> known(Address self, Ask ask) {
    return keys.find(ask.key())
        .map(
            record -> {
              Outcome<IntentEvent> outcome = Outcome.nothing();
              if (!record.digest().equals(ask.digest())) {
                return outcome.respond(
                    new Response.Performed(
                        actionId(self, record.seq()),
                        plain(
                            ask.action(),
                            PaStatus.err(
                                Reason.CLASH,
                                "the key \""
                                    + ask.key()
                                    + "\" was used for another request; use a new one"))));
              }
              Reply reply = record.reply();
              return reply == null
                  ? outcome.await(waitKey(record.seq()))
                  : outcome.respond(new Response.Performed(actionId(self, record.seq()), reply));
            });
  }

  /** Writes the request down and sends it. The key must be new. */
  public Outcome<IntentEvent> ask(
      Address self,
      Ask ask,
      String account,
      Grounds grounds,
      IntentEvent.@Nullable Order order,
      Moment now) {
    var asked =
        new IntentEvent.Asked(
            lastSeq + 1,
            ask.key(),
            ask.digest(),
            ask.action(),
            ask.names(),
            ask.fresh(),
            grounds,
            ask.notAfter(),
            order,
            now.hlc());
    Intents next = apply(asked);
    Outcome<IntentEvent> outcome = Outcome.<IntentEvent>nothing().persist(asked);
    Open open = next.open.get(asked.seq());
    if (open == null) throw new IllegalStateException("what was asked is open");
    return Steps.next(self, open, account, outcome, now).await(waitKey(asked.seq()));
  }

  /** Refuses by itself: the refusal is written, nobody is asked. The key must be new. */
  public Outcome<IntentEvent> refuse(Address self, Ask ask, Reply reply, Moment now) {
    var refused =
        new IntentEvent.Refused(
            lastSeq + 1, ask.key(), ask.digest(), ask.action(), reply, now.hlc());
    return Outcome.<IntentEvent>nothing()
        .persist(refused)
        .respond(new Response.Performed(actionId(self, refused.seq()), reply));
  }

  /** Takes a performer's answer. One that comes twice, or too late, changes nothing. */
  public Outcome<IntentEvent> answered(
      Address self, Message.Answer answer, String account, Moment now) {
    Open before = open.get(answer.id().seq());
    Outcome<IntentEvent> outcome = Outcome.nothing();
    if (before == null || answer.id().part() != Steps.part(before)) return outcome;
    boolean goesOn =
        Route.inParts(before.asked().action()) && answer.reply().status().acknowledged();
    if (!goesOn) return Steps.end(self, before, answer.reply(), outcome, now);
    var done = new IntentEvent.PartAnswered(answer.id().seq(), answer.reply(), now.hlc());
    Intents next = apply(done);
    Open after = next.open.get(answer.id().seq());
    if (after == null) return outcome;
    return Steps.next(self, after, account, outcome.soon(done), now);
  }

  /** What is to be sent again: all that has waited for {@link #REPEAT_AFTER_MILLIS}. */
  public List<Send> due(Address self, String account, Moment now) {
    List<Send> due = new ArrayList<>();
    for (Open o : open.values()) {
      if (now.millis() - o.asked().at().millis() >= REPEAT_AFTER_MILLIS) {
        due.addAll(Steps.next(self, o, account, Outcome.nothing(), now).sends());
      }
    }
    return due;
  }

  public boolean busy() {
    return !open.isEmpty();
  }

  /** Every earlier sequence number is answered, in memory at least. */
  private long settledBelow() {
    return open.isEmpty() ? lastSeq + 1 : open.firstKey();
  }

  /** The ID of a Process Action in the log. */
  public static String actionId(Address self, long seq) {
    return "PA-" + self.id().replace('/', '-') + "-" + seq;
  }

  /** The sentence of the part that an open composite waits for. */
  public static Optional<ProcessAction> partOf(Address self, Open open) {
    IntentEvent.Asked asked = open.asked();
    return Composites.next(asked.action(), self, asked.names(), asked.fresh(), open.parts())
        .map(Composites.Part::action);
  }

  /** The key under which callers wait for that answer. */
  static String waitKey(long seq) {
    return "seq:" + seq;
  }

  /** A reply that only says how it ended. */
  public static Reply plain(ProcessAction action, PaStatus status) {
    String destination =
        action.complements().by().isEmpty()
            ? action.action().service().id(action.edition())
            : action.complements().by().get(0);
    return new Reply(status, destination, Complements.NONE, false, List.of());
  }
}
