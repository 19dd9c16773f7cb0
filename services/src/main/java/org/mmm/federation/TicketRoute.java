package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.OtherInstances;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.SignatureTerms;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.RemoteName;

/**
 * Where the Resolution Service of another M-Instance asks for a ticket to a live place for one of
 * its Processes. A ticket is no Process Action: nothing is written, and none is given twice for the
 * same signature.
 */
final class TicketRoute {
  private static final int NONCES_PER_PEER = 10_000;

  private final Gatekeeper gatekeeper;
  private final OtherInstances.Visitors visitors;
  private final FederationSettings settings;
  private final Ambient ambient;
  private final long begun;
  private final Map<InstanceId, NonceWindow> nonces = new ConcurrentHashMap<>();

  TicketRoute(
      Gatekeeper gatekeeper,
      OtherInstances.Visitors visitors,
      FederationSettings settings,
      Ambient ambient) {
    this.gatekeeper = gatekeeper;
    this.visitors = visitors;
    this.settings = settings;
    this.ambient = ambient;
    this.begun = ambient.millis() / 1_000;
  }

  Endpoint endpoint() {
    return new Endpoint(
        "PUT",
        FederationRoutes.MESSAGES + "/{origin}/tickets/{ticket}",
        Endpoint.Doc.of(
                "federation",
                "visitor-ticket",
                "gives another M-Instance a ticket with which one of its Processes can watch a"
                    + " place live, and steer a Persona of its own in it",
                Endpoint.Access.OPEN)
            .body("VisitorTicketRequest")
            .answers("LiveTicket", 401, 403, 404, 409, 503),
        exchange -> gatekeeper.admit(exchange, this::give));
  }

  private CompletionStage<Answer> give(InstanceId origin, SignatureTerms terms, Incoming in) {
    String process;
    String room;
    String persona;
    try {
      once(origin, terms);
      ObjectNode asked = in.exchange().object();
      process = String.valueOf(name(asked, "process"));
      room = new Names(settings.id()).inward(String.valueOf(name(asked, "room")));
      persona = name(asked, "persona");
      of(origin, process);
      if (persona != null) of(origin, persona);
    } catch (SignatureException e) {
      return Gatekeeper.done(401, Gatekeeper.UNSIGNED, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return Gatekeeper.done(400, "FaultyPA", String.valueOf(e.getMessage()));
    }
    return visitors.ticket(process, room, persona, in.exchange());
  }

  /** What was signed before this node was started may have been taken before that. */
  private void once(InstanceId origin, SignatureTerms terms) throws SignatureException {
    if (terms.created() < begun) {
      throw new SignatureException("it was signed before this node was started; sign anew");
    }
    NonceWindow seen = nonces.computeIfAbsent(origin, o -> new NonceWindow(NONCES_PER_PEER));
    synchronized (seen) {
      long skew = settings.clockSkew().toSeconds();
      seen.take(terms.nonce(), terms.expires() + skew, ambient.millis() / 1_000);
    }
  }

  private static void of(InstanceId origin, String name) {
    if (RemoteName.of(name).filter(n -> n.instance().equals(origin.name())).isEmpty()) {
      throw new IllegalArgumentException(
          "process and persona must be of " + origin + ", was " + name);
    }
  }

  private static @Nullable String name(ObjectNode asked, String field) {
    JsonNode value = asked.path(field);
    if (value.isMissingNode() && field.equals("persona")) return null;
    if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > 320) {
      throw new IllegalArgumentException(field + " must be a name of 1 to 320 characters");
    }
    return value.asText();
  }
}
