package org.mmm.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.MmmService;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;
import org.mmm.edge.Refusal;
import org.mmm.federation.Federation;
import org.mmm.gateway.Gateway;
import org.mmm.intent.Abroad;
import org.mmm.ipp.InstanceId;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.resolution.Resolution;
import org.mmm.resolution.Standing;

/** How this M-Instance stands to others, and what it has for them. */
final class PeerRoutes {
  private static final int PER_MINUTE_AT_MOST = 1_000_000;

  private final Gateway gateway;
  private final Federation federation;

  PeerRoutes(Gateway gateway, Federation federation) {
    this.gateway = gateway;
    this.federation = federation;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/admin/peers",
            OperatorApi.doc("peers", "lists the M-Instances that are known, and how each stands")
                .answers("Peers"),
            in -> told(Resolution.peers(), new Query.Peers(), this::all)),
        new Endpoint(
            "GET",
            "/admin/peers/{peer}",
            OperatorApi.doc("peer", "shows how an M-Instance stands, and what waits for it")
                .answers("Peer"),
            in -> {
              String peer = peer(in);
              return letters(peer)
                  .thenCompose(
                      waiting ->
                          told(
                              Resolution.peers(),
                              new Query.Peer(peer),
                              view -> shown(view, peer, waiting)));
            }),
        new Endpoint(
            "POST",
            "/admin/peers/{peer}",
            OperatorApi.doc("peer-set", "allows, limits or blocks an M-Instance")
                .body("PeerStanding")
                .answers("Peer"),
            this::set),
        new Endpoint(
            "GET",
            "/admin/peers/{peer}/examination",
            OperatorApi.doc(
                    "peer-examination",
                    "looks whether an M-Instance can be spoken with: what it publishes, its keys,"
                        + " its clock, and what it says to this one")
                .answers("Examination"),
            this::examined),
        new Endpoint(
            "GET",
            "/admin/peers/{peer}/letters",
            OperatorApi.doc("letters", "lists what waits for an M-Instance").answers("Letters"),
            in -> listed(peer(in), new Query.Letters())),
        new Endpoint(
            "POST",
            "/admin/peers/{peer}/letters",
            OperatorApi.doc(
                    "letters-send",
                    "sends what waits for an M-Instance now, whatever pause failures have made, and"
                        + " lists it")
                .answers("Letters"),
            in -> listed(peer(in), new Query.SendLetters())),
        new Endpoint(
            "DELETE",
            "/admin/peers/{peer}/letters/{message}",
            OperatorApi.doc(
                    "letter-drop",
                    "undoes what waits for an M-Instance: at once if it never left, else when that"
                        + " one says that it was not performed")
                .answers("Letter", 404),
            this::drop));
  }

  private CompletionStage<Answer> set(Exchange in) {
    ObjectNode body = in.object();
    String word = body.path("standing").asText();
    Standing standing =
        Standing.of(word)
            .filter(s -> s != Standing.PENDING)
            .orElseThrow(
                () -> Refusal.syntax("standing must be allowed, limited or blocked, was " + word));
    int perMinute = body.path("perMinute").asInt();
    if (standing == Standing.LIMITED && (perMinute < 1 || perMinute > PER_MINUTE_AT_MOST)) {
      throw Refusal.syntax(
          "limited needs perMinute from 1 to " + PER_MINUTE_AT_MOST + ", was " + perMinute);
    }
    int rate = standing == Standing.LIMITED ? perMinute : 0;
    return told(
        Resolution.peers(), new Query.SetPeer(peer(in), standing.word(), rate), view -> view);
  }

  private CompletionStage<Answer> examined(Exchange in) {
    String peer = peer(in);
    return federation
        .examine(new InstanceId(peer))
        .thenCombine(
            gateway.read(Resolution.peers(), new Query.Peer(peer)),
            (checks, known) -> {
              if (!(known instanceof Response.View view)) throw silent(known);
              String word = view.body().path("standing").asText();
              boolean open = Standing.of(word).map(Standing::open).orElse(false);
              checks
                  .addObject()
                  .put("check", "allowed here")
                  .put("fine", open)
                  .put(
                      "says",
                      open ? "it is " + word : "it is " + word + ": mmm peer allow " + peer);
              ObjectNode body = JsonNodeFactory.instance.objectNode().put("peer", peer);
              body.set("checks", checks);
              return Answer.ok(body);
            });
  }

  private CompletionStage<Answer> drop(Exchange in) {
    String message = in.inPath("message");
    String peer = peer(in);
    return letters(peer)
        .thenCompose(
            all -> {
              for (JsonNode letter : all) {
                if (letter.path("message").asText().equals(message)) {
                  Address lane = Abroad.lane(peer, letter.path("source").asText());
                  return told(lane, new Query.DropLetter(message), view -> view);
                }
              }
              return CompletableFuture.completedFuture(
                  Answer.error(
                      org.mmm.pa.Reason.INC_ID, "no letter " + message + " waits for " + peer));
            });
  }

  private ObjectNode all(ObjectNode view) {
    view.put("self", federation.self());
    return view;
  }

  private ObjectNode shown(ObjectNode view, String peer, ArrayNode waiting) {
    view.put("letters", waiting.size());
    String trouble = federation.trouble(peer);
    if (!trouble.isEmpty()) view.put("trouble", trouble);
    return view;
  }

  private CompletionStage<Answer> listed(String peer, Query query) {
    return letters(peer, query)
        .thenApply(all -> Answer.ok(JsonNodeFactory.instance.objectNode().set("letters", all)));
  }

  private CompletionStage<ArrayNode> letters(String peer) {
    return letters(peer, new Query.Letters());
  }

  /** All that waits for it, of all lanes. */
  private CompletionStage<ArrayNode> letters(String peer, Query query) {
    CompletionStage<ArrayNode> all =
        CompletableFuture.completedFuture(JsonNodeFactory.instance.arrayNode());
    for (int lane = 0; lane < Abroad.LANES; lane++) {
      Address entity = Address.service(MmmService.RESOLUTION, peer + "/" + lane);
      all =
          all.thenCombine(
              gateway.read(entity, query),
              (soFar, response) -> {
                if (!(response instanceof Response.View view)) throw silent(response);
                view.body().path("letters").forEach(soFar::add);
                return soFar;
              });
    }
    return all;
  }

  private interface Shown {
    ObjectNode of(ObjectNode view);
  }

  private CompletionStage<Answer> told(Address entity, Query query, Shown shown) {
    return gateway
        .read(entity, query)
        .thenApply(
            response -> {
              if (response instanceof Response.View view
                  && view.body() instanceof ObjectNode body) {
                return Answer.ok(shown.of(body));
              }
              throw silent(response);
            });
  }

  private static Refusal silent(Response response) {
    return response instanceof Response.Refused refused
        ? new Refusal("failure", Answer.error(refused.status().reason(), refused.status().detail()))
        : new Refusal("failure", Answer.error(org.mmm.pa.Reason.UNABLE, "try again"));
  }

  private static String peer(Exchange in) {
    try {
      return new InstanceId(in.inPath("peer")).name();
    } catch (IllegalArgumentException e) {
      throw Refusal.syntax(String.valueOf(e.getMessage()));
    }
  }
}
