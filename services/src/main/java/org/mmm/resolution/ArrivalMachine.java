package org.mmm.resolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.log.LogTail;

/**
 * What came from another M-Instance: a part of it, by the message's ID. Each message is performed
 * at most once, is answered the same however often it comes, and is not begun after its time; no
 * signature is taken twice. All of it holds across restarts.
 */
public final class ArrivalMachine implements Machine<ArrivalState, ArrivalEvent> {
  /** So many signatures of the last minute are remembered. */
  static final int NONCES_AT_MOST = 20_000;

  private final ResolutionSettings settings;

  /** For {@code service/RESOLUTION/from/<M-Instance>/<lane>}. */
  public ArrivalMachine(ResolutionSettings settings) {
    this.settings = settings;
  }

  @Override
  public ArrivalState empty() {
    return ArrivalState.EMPTY;
  }

  @Override
  public ArrivalState apply(ArrivalState state, ArrivalEvent event) {
    return state.apply(event);
  }

  @Override
  public Outcome<ArrivalEvent> on(ArrivalState state, Message message, Moment now) {
    if (!(message instanceof Message.Read read)) return Outcome.nothing();
    if (read.query() instanceof Query.Arrive q) return arrive(state, q, now);
    if (read.query() instanceof Query.Settle q) return settle(state, q, now);
    if (read.query() instanceof Query.Letters) { // those of others are not kept
      return Outcome.<ArrivalEvent>nothing()
          .respond(new Response.View(JsonNodeFactory.instance.objectNode()));
    }
    if (read.query() instanceof Query.Activity q) {
      return Outcome.<ArrivalEvent>nothing()
          .respond(new Response.View(LogTail.json(List.of(), q.after()).put("complete", true)));
    }
    return Outcome.nothing();
  }

  private Outcome<ArrivalEvent> arrive(ArrivalState state, Query.Arrive q, Moment now) {
    var nonce = new ArrivalEvent.Nonce(q.nonce(), q.nonceUntil());
    Long seen = state.nonces().get(q.nonce());
    if (seen != null && seen >= now.millis()) {
      return verdict(Verdict.REPLAYED, "the nonce " + q.nonce() + " was used before");
    }
    if (state.nonces().size() >= NONCES_AT_MOST) {
      return verdict(Verdict.BUSY, "more than " + NONCES_AT_MOST + " signatures in a minute");
    }
    Arrival known = state.arrivals().get(q.message());
    if (known != null) {
      var again = new ArrivalEvent.CameAgain(nonce, now.hlc());
      if (!q.withdraws() && !known.digest().equals(q.digest())) {
        return verdict(Verdict.CLASH, "the message " + q.message() + " said something else before")
            .persist(again);
      }
      JsonNode answer = known.answer();
      return (answer == null ? verdict(Verdict.GO, "") : answered(answer)).persist(again);
    }
    if (ArrivalState.forgotten(q.expires(), now.millis())) {
      return verdict(
          Verdict.FORGOTTEN, "the message is so old that nobody knows what became of it");
    }
    if (state.arrivals().size() >= settings.arrivalsAtMost()) {
      return verdict(Verdict.BUSY, settings.arrivalsAtMost() + " messages are remembered already");
    }
    if (q.withdraws() || now.millis() > q.expires()) { // for good, whatever clocks do
      return answered(q.never())
          .persist(
              new ArrivalEvent.Arrived(
                  q.message(), q.digest(), q.expires(), nonce, q.never(), now.hlc()));
    }
    return verdict(Verdict.GO, "")
        .persist(
            new ArrivalEvent.Arrived(q.message(), q.digest(), q.expires(), nonce, null, now.hlc()));
  }

  private static Outcome<ArrivalEvent> settle(ArrivalState state, Query.Settle q, Moment now) {
    Arrival known = state.arrivals().get(q.message());
    JsonNode before = known == null ? null : known.answer();
    if (before != null) return answered(before);
    Outcome<ArrivalEvent> outcome = answered(q.answer());
    return known == null
        ? outcome
        : outcome.persist(new ArrivalEvent.Answered(q.message(), q.answer(), now.hlc()));
  }

  private static Outcome<ArrivalEvent> answered(JsonNode answer) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("verdict", Verdict.ANSWERED.name()).set("answer", answer);
    return Outcome.<ArrivalEvent>nothing().respond(new Response.View(view));
  }

  private static Outcome<ArrivalEvent> verdict(Verdict verdict, String detail) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("verdict", verdict.name()).put("detail", detail);
    return Outcome.<ArrivalEvent>nothing().respond(new Response.View(view));
  }
}
