package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;
import org.mmm.edge.OtherInstances;
import org.mmm.gateway.Gateway;
import org.mmm.gateway.Submission;
import org.mmm.intent.Intents;
import org.mmm.ipp.Capabilities;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.SignatureTerms;
import org.mmm.ipp.Terms;
import org.mmm.item.Arriving;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.resolution.Acquired;
import org.mmm.resolution.Carried;
import org.mmm.resolution.Resolution;
import org.mmm.resolution.Verdict;
import org.mmm.transactions.TransactionRules;

/**
 * Where other M-Instances ask: what this one publishes of itself, and the way in for their Process
 * Actions. Who is let in is asked whether it was here before; only then is it performed.
 */
public final class FederationRoutes {
  static final String MESSAGES = "/mmm/ipp/v1";

  private final FederationSettings settings;
  private final OwnKeys keys;
  private final Gatekeeper gatekeeper;
  private final TicketRoute tickets;
  private final HandedOver handedOver;
  private final Gateway gateway;
  private final Ambient ambient;
  private final int bodyAtMost;
  private final boolean encrypted;

  /**
   * @param visitors gives tickets to live places
   * @param bodyAtMost bytes of a request, as the edge takes them
   * @param encrypted whether this node is reached by HTTPS
   */
  public FederationRoutes(
      FederationSettings settings,
      OwnKeys keys,
      PeerLine line,
      Gateway gateway,
      Ambient ambient,
      OtherInstances.Visitors visitors,
      int bodyAtMost,
      boolean encrypted) {
    this.settings = settings;
    this.keys = keys;
    this.gatekeeper = new Gatekeeper(settings, keys, line, gateway, ambient);
    this.tickets = new TicketRoute(gatekeeper, visitors, settings, ambient);
    this.gateway = gateway;
    this.handedOver = new HandedOver(settings, keys, gateway, ambient);
    this.ambient = ambient;
    this.bodyAtMost = bodyAtMost;
    this.encrypted = encrypted;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            InstanceDocument.PATH,
            Endpoint.Doc.of(
                    "federation",
                    "mmm-instance",
                    "tells other M-Instances who this one is, and its keys",
                    Endpoint.Access.OPEN)
                .answers("InstanceDocument"),
            in -> CompletableFuture.completedFuture(Answer.ok(document().json()))),
        new Endpoint(
            "PUT",
            MESSAGES + "/{origin}/{message}",
            Endpoint.Doc.of(
                    "federation",
                    "ipp-message",
                    "takes an IPP Message of another M-Instance, signed by it",
                    Endpoint.Access.OPEN)
                .body("IppMessage")
                .answers("IppMessage", 401, 403, 409, 410, 503),
            this::take),
        tickets.endpoint());
  }

  private InstanceDocument document() {
    boolean plain = settings.self().isLoopback() && !encrypted;
    return new InstanceDocument(
        settings.self(),
        List.of(Terms.VERSION),
        Arrays.stream(Edition.values()).map(Edition::path).toList(),
        Capabilities.here(),
        URI.create((plain ? "http://" : "https://") + settings.id() + MESSAGES),
        keys.published(ambient.millis() / 1_000),
        bodyAtMost,
        ambient.millis() / 1_000);
  }

  private CompletionStage<Answer> take(Exchange exchange) {
    return gatekeeper.admit(exchange, this::arrive);
  }

  private CompletionStage<Answer> arrive(InstanceId origin, SignatureTerms terms, Incoming in) {
    IppRequest request;
    try {
      request =
          IppRequest.read(
              in.exchange().object(), origin, settings.self(), in.exchange().inPath("message"));
    } catch (IllegalArgumentException e) {
      return Gatekeeper.done(400, "FaultyPA", String.valueOf(e.getMessage()));
    }
    if (request.settles()) return settled(origin, request);
    Reply never =
        Intents.plain(
            request.action(),
            PaStatus.err(
                Reason.UNABLE,
                request.withdraws() ? "never begun: it was withdrawn" : "never begun: it ran out"));
    var arrival =
        new Query.Arrive(
            request.id(),
            in.parts().fields().getOrDefault(ContentDigest.FIELD, ""),
            terms.nonce(),
            (terms.expires() + settings.clockSkew().toSeconds()) * 1_000,
            request.expires(),
            request.withdraws(),
            IppAnswer.json(settings.self(), request.id(), request.action(), never));
    return gateway
        .read(Resolution.arrivals(origin.name(), request.id()), arrival)
        .thenCompose(
            told ->
                told instanceof Response.View view
                    ? judged(origin, request, view.body())
                    : Gatekeeper.done(503, "Unable", "try again"));
  }

  private CompletionStage<Answer> judged(InstanceId origin, IppRequest request, JsonNode told) {
    String detail = told.path("detail").asText();
    return switch (Verdict.valueOf(told.path("verdict").asText())) {
      case ANSWERED -> CompletableFuture.completedFuture(Answer.ok(told.path("answer")));
      case CLASH -> Gatekeeper.done(409, "Clash", detail);
      case REPLAYED -> Gatekeeper.done(401, Gatekeeper.UNSIGNED, detail);
      case FORGOTTEN ->
          handedOver
              .by(request)
              .thenCompose(
                  item ->
                      item.isPresent()
                          ? CompletableFuture.completedFuture(Answer.ok(given(request, item.get())))
                          : Gatekeeper.done(410, "Unknown", detail));
      case BUSY -> Gatekeeper.done(503, "Unable", detail);
      case GO -> perform(origin, request);
    };
  }

  /** By the local entity of that Process, under the message's ID as the key. */
  private CompletionStage<Answer> perform(InstanceId origin, IppRequest request) {
    ProcessAction action = request.action();
    String key = key(request.id());
    long until =
        request.withdraws() ? Math.min(request.expires(), ambient.millis()) : request.expires();
    return gateway
        .settle(new Submission(key, asked(request), false, null, null), until, brought(request))
        .thenCompose(
            response ->
                handedOver
                    .by(request)
                    .thenCompose(item -> ended(origin, request, until, response, item)));
  }

  private CompletionStage<Answer> ended(
      InstanceId origin,
      IppRequest request,
      long until,
      Response response,
      Optional<Acquired> item) {
    ProcessAction action = request.action();
    if (item.isPresent()) return kept(origin, request, given(request, item.get()));
    if (!(response instanceof Response.Performed performed)) {
      boolean often = response instanceof Response.Throttled;
      return Gatekeeper.done(often ? 429 : 503, "Unable", action.source() + " asks too often");
    }
    PaStatus status = performed.reply().status();
    boolean open =
        status instanceof PaStatus.Err err
            && (err.reason() == Reason.UNKNOWN
                || (err.reason() == Reason.UNABLE && !isNever(performed, until)));
    if (open) return Gatekeeper.done(503, "Unable", ((PaStatus.Err) status).detail());
    return kept(
        origin, request, IppAnswer.json(settings.self(), request.id(), action, performed.reply()));
  }

  private CompletionStage<Answer> kept(InstanceId origin, IppRequest request, ObjectNode answer) {
    return gateway
        .read(
            Resolution.arrivals(origin.name(), request.id()),
            new Query.Settle(request.id(), answer))
        .thenApply(
            kept ->
                kept instanceof Response.View view
                    ? Answer.ok(view.body().path("answer"))
                    : Incoming.refused(503, "Unable", "try again"));
  }

  /** The Item that was handed over by it goes with the answer. */
  private ObjectNode given(IppRequest request, Acquired item) {
    return IppAnswer.with(done(request), item);
  }

  private ObjectNode done(IppRequest request) {
    Reply done = Intents.plain(request.action(), PaStatus.ACK);
    return IppAnswer.json(settings.self(), request.id(), request.action(), done);
  }

  private CompletionStage<Answer> settled(InstanceId origin, IppRequest request) {
    return handedOver
        .by(request)
        .thenCompose(
            item -> {
              boolean its =
                  item.flatMap(i -> RemoteName.of(i.receipt().to()))
                      .filter(to -> to.instance().equals(origin.name()))
                      .isPresent();
              if (!its) {
                String none = "nothing was handed over by " + request.id();
                return Gatekeeper.done(404, "IncID", none);
              }
              return handedOver
                  .settle(request)
                  .thenApply(
                      settled ->
                          settled
                              ? Answer.ok(done(request))
                              : Incoming.refused(503, "Unable", "try again"));
            });
  }

  /** With what comes along; where it was in another M-Instance is not asked here. */
  private static ProcessAction asked(IppRequest request) {
    ProcessAction action = request.action();
    Complements c = action.complements();
    List<With> with = new ArrayList<>(c.with());
    if (action.action() == Action.TRANSACT) {
      with.add(TransactionRules.askedBy(request.id()));
      return action.with(c.with(with));
    }
    if (request.items().isEmpty()) return action;
    for (Carried item : request.items()) {
      with.add(Arriving.carried(item.id(), item.dataType(), item.data()));
    }
    String[] here = c.from().stream().filter(id -> !RemoteName.is(id)).toArray(String[]::new);
    return action.with(c.withFrom(here).with(with));
  }

  private static Map<String, Name> brought(IppRequest request) {
    Map<String, Name> names = new HashMap<>();
    for (Carried item : request.items()) {
      names.put(item.id(), new Name(Address.Kind.ITEM, item.dataType()));
    }
    return names;
  }

  /** Whether its Process itself says that it was never begun, and it never will be. */
  private boolean isNever(Response.Performed performed, long until) {
    return !performed.processActionId().isEmpty() && ambient.millis() > until;
  }

  /** A key has at most 128 characters; an ID that is longer is told by its hash too. */
  private static String key(String message) {
    String key = "ipp." + message;
    return key.length() <= Submission.LONGEST_KEY
        ? key
        : key.substring(0, Submission.LONGEST_KEY - 9) + "." + Integer.toHexString(key.hashCode());
  }
}
