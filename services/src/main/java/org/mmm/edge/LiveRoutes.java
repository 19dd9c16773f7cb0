package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.RemoteName;

/** Gives tickets to live Rooms. */
final class LiveRoutes {
  private static final Set<String> FIELDS = Set.of("room", "persona");
  private static final int ID_AT_MOST = 384;

  private final Callers callers;
  private final LiveAccess access;
  private final LiveTickets tickets;
  private final LiveUrl url;
  private final Reading reading;
  private final OtherInstances others;
  private final LongSupplier millis;

  LiveRoutes(
      Callers callers,
      LiveAccess access,
      LiveTickets tickets,
      LiveUrl url,
      Reading reading,
      OtherInstances others,
      LongSupplier millis) {
    this.callers = callers;
    this.access = access;
    this.tickets = tickets;
    this.url = url;
    this.reading = reading;
    this.others = others;
    this.millis = millis;
  }

  Endpoint endpoint() {
    return new Endpoint(
        "POST",
        "/api/v2.2/live/tickets",
        Endpoint.Doc.of(
                "live",
                "live-ticket",
                "gives a ticket with which a place can be watched live, and a Persona of one's own"
                    + " steered in it",
                Endpoint.Access.PROCESS)
            .body("LiveTicketRequest")
            .answers("LiveTicket", 403, 404, 409),
        this::ticket);
  }

  private CompletionStage<Answer> ticket(Exchange in) {
    Token token = callers.process(in);
    ObjectNode asked = in.object();
    asked
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw Refusal.syntax("a ticket is asked for by room and persona, not by " + name);
              }
            });
    String room = id(asked.path("room"), "room");
    if (room == null) throw Refusal.syntax("room is missing: the ID of a place");
    String persona = id(asked.path("persona"), "persona");
    if (RemoteName.is(room)) {
      return reading
          .refusal(token)
          .thenCompose(
              no ->
                  no.isPresent()
                      ? CompletableFuture.completedFuture(Callback.otherwise(no.get()))
                      : others.ticket(token.process(), room, persona));
    }
    return ticket(new LiveTickets.Ticket(token, room, persona), in);
  }

  /** For a Process of another M-Instance, which alone can say that it is that one. */
  CompletionStage<Answer> forVisitor(
      String process, String room, @Nullable String persona, Exchange in) {
    Token token = new Token(process, "", millis.getAsLong() + others.visitMillis());
    return ticket(new LiveTickets.Ticket(token, room, persona), in);
  }

  private CompletionStage<Answer> ticket(LiveTickets.Ticket ticket, Exchange in) {
    return access.refusal(ticket).thenApply(refusal -> refusal.orElseGet(() -> given(ticket, in)));
  }

  private Answer given(LiveTickets.Ticket ticket, Exchange in) {
    long expiry = tickets.expiry();
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("url", url.seenFrom(in))
            .put("ticket", tickets.issue(ticket, expiry))
            .put("expires", Instant.ofEpochMilli(expiry).toString())
            .put("room", ticket.room());
    if (ticket.persona() != null) answer.put("persona", ticket.persona());
    return Answer.ok(answer);
  }

  private static @Nullable String id(JsonNode value, String field) {
    if (value.isMissingNode()) return null;
    String id = value.asText();
    if (!value.isTextual() || id.isEmpty() || id.length() > ID_AT_MOST) {
      throw Refusal.syntax(field + " must be an ID of 1 to " + ID_AT_MOST + " characters");
    }
    return id;
  }
}
