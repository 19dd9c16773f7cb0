package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.mmm.edge.Callers.Caller;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Response;
import org.mmm.liveedge.Visit;
import org.mmm.pa.Reason;

/** Who may watch a live place, and steer which Persona in it. */
final class LiveAccess {
  private static final String PERSONA = "Persona";

  private final Reading reading;
  private final Sessions sessions;
  private final OtherInstances others;

  LiveAccess(Reading reading, Sessions sessions, OtherInstances others) {
    this.reading = reading;
    this.sessions = sessions;
    this.others = others;
  }

  /**
   * Who may see a place may watch it, and so may who has a Persona of its own in it, which it can
   * then steer. Empty if that is so, else why it is not.
   */
  CompletionStage<Optional<Answer>> refusal(LiveTickets.Ticket ticket) {
    String persona = ticket.persona();
    if (persona == null) return place(ticket);
    return item(ticket, persona)
        .thenCompose(
            shown -> {
              Optional<Answer> no = notItsOwn(shown, ticket, persona);
              return no.isPresent() || at(shown).equals(ticket.room())
                  ? CompletableFuture.completedFuture(no)
                  : place(ticket)
                      .thenApply(unseen -> unseen.or(() -> elsewhere(shown, ticket, persona)));
            });
  }

  private CompletionStage<Optional<Answer>> place(LiveTickets.Ticket ticket) {
    return item(ticket, ticket.room()).thenApply(shown -> noPlace(shown, ticket.room()));
  }

  private CompletionStage<Response> item(LiveTickets.Ticket ticket, String id) {
    String process = ticket.token().process();
    return RemoteName.is(process)
        ? reading.itemForVisitor(process, id)
        : reading.item(new Caller.OfProcess(ticket.token()), id);
  }

  /** Whether its M-Instance may be here: it vouches for its Processes. */
  private CompletionStage<Boolean> open(LiveTickets.Ticket ticket) {
    return RemoteName.of(ticket.token().process())
        .map(visitor -> others.open(visitor.instance()))
        .orElseGet(() -> CompletableFuture.completedFuture(true));
  }

  private static Optional<Answer> noPlace(Response response, String room) {
    if (!(response instanceof Response.View view)) return Optional.of(Callback.otherwise(response));
    return view.body().has("inside")
        ? Optional.empty()
        : Optional.of(Answer.error(Reason.INC_ID, room + " is no place that can be watched"));
  }

  private static Optional<Answer> notItsOwn(
      Response response, LiveTickets.Ticket ticket, String persona) {
    if (!(response instanceof Response.View view)) return Optional.of(Callback.otherwise(response));
    JsonNode item = view.body();
    String process = ticket.token().process();
    if (!item.path("dataType").asText().equals(PERSONA)
        || !item.path("owner").asText().equals(process)) {
      return Optional.of(Answer.error(Reason.INS_RIGHTS, persona + " is no Persona of " + process));
    }
    return Optional.empty();
  }

  private static Optional<Answer> elsewhere(
      Response response, LiveTickets.Ticket ticket, String persona) {
    String at = at(response);
    return Optional.of(
        Answer.error(
            Reason.CLASH,
            at.isEmpty()
                ? persona + " is in no place: let it enter " + ticket.room() + " first"
                : persona + " is in " + at + ", not in " + ticket.room()));
  }

  private static String at(Response response) {
    return response instanceof Response.View view
        ? view.body().path("place").path("at").asText()
        : "";
  }

  /** What the bearer of that ticket may do from now on. */
  Visit visit(LiveTickets.Ticket ticket, java.util.function.LongSupplier millis) {
    return new Visit() {
      @Override
      public String room() {
        return ticket.room();
      }

      @Override
      public @Nullable String persona() {
        return ticket.persona();
      }

      @Override
      public CompletionStage<Boolean> stillHolds() {
        if (ticket.token().expiry() <= millis.getAsLong()) {
          return CompletableFuture.completedFuture(false);
        }
        // What cannot be asked now is asked again; only a refusal ends a visit.
        return open(ticket)
            .thenCompose(
                may ->
                    may
                        ? refusal(ticket)
                            .thenApply(no -> no.map(answer -> !refuses(answer)).orElse(true))
                        : CompletableFuture.completedFuture(false))
            .exceptionally(failure -> true);
      }

      @Override
      public void began() {
        sessions.opened(ticket.token().process());
      }

      @Override
      public void ended() {
        sessions.closed(ticket.token().process());
      }
    };
  }

  private static boolean refuses(Answer answer) {
    return answer.status() == HttpStatus.of(Reason.INS_RIGHTS)
        || answer.status() == HttpStatus.of(Reason.INC_ID)
        || answer.status() == 401;
  }
}
