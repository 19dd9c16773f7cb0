package org.mmm.federation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.OtherInstances;
import org.mmm.gateway.Gateway;
import org.mmm.ipp.InstanceId;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Query;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;
import org.mmm.resolution.Resolution;
import org.mmm.resolution.Standing;

/** Live places of other M-Instances: asks there for tickets, if that M-Instance is spoken with. */
final class TicketsAbroad implements OtherInstances {
  private static final int ID_BYTES = 12;

  private final FederationSettings settings;
  private final Ambient ambient;
  private final Gateway gateway;
  private final @Nullable PeerLine line;
  private final Function<Visitors, List<Endpoint>> endpoints;

  /**
   * @param line null if this M-Instance speaks with no other
   */
  TicketsAbroad(
      FederationSettings settings,
      Ambient ambient,
      Gateway gateway,
      @Nullable PeerLine line,
      Function<Visitors, List<Endpoint>> endpoints) {
    this.settings = settings;
    this.ambient = ambient;
    this.gateway = gateway;
    this.line = line;
    this.endpoints = endpoints;
  }

  @Override
  public List<Endpoint> endpoints(Visitors visitors) {
    return endpoints.apply(visitors);
  }

  @Override
  public long visitMillis() {
    return settings.visitAtMost().toMillis();
  }

  @Override
  public CompletionStage<Boolean> open(String instance) {
    return standing(instance).thenApply(Standing::open);
  }

  @Override
  public CompletionStage<Answer> ticket(String process, String room, @Nullable String persona) {
    RemoteName there = RemoteName.of(room).orElseThrow();
    InstanceId peer;
    try {
      peer = new InstanceId(there.instance());
    } catch (IllegalArgumentException e) {
      return refused(Reason.INC_ID, String.valueOf(e.getMessage()));
    }
    PeerLine way = line;
    if (way == null) {
      return refused(
          Reason.INC_ID,
          "this M-Instance speaks with no other: its operator sets mmm.federation.id");
    }
    return standing(peer.name())
        .thenCompose(
            standing ->
                standing.open()
                    ? ask(way, peer, process, room, persona)
                    : refused(
                        Reason.INS_RIGHTS,
                        "the M-Instance " + peer + " is " + standing.word() + " here"))
        .exceptionally(
            failure ->
                Answer.error(Reason.UNABLE, peer + " gave no ticket: " + Failures.line(failure)));
  }

  private CompletionStage<Answer> ask(
      PeerLine way, InstanceId peer, String process, String room, @Nullable String persona) {
    Names names = new Names(settings.id());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("process", names.outward(process)).put("room", room);
    if (persona != null) body.put("persona", names.outward(persona));
    return way.ask(peer, "/tickets/" + HexFormat.of().formatHex(ambient.random(ID_BYTES)), body)
        .thenApply(
            said ->
                said.status() == 401 // that is between the M-Instances
                    ? Answer.error(
                        Reason.UNABLE,
                        peer + ": " + said.body().path("paStatus").path("detail").asText())
                    : Answer.json(said.status(), said.body()));
  }

  private CompletionStage<Standing> standing(String peer) {
    return gateway
        .read(Resolution.peers(), new Query.Peer(peer))
        .thenApply(
            told -> {
              if (!(told instanceof Response.View view)) {
                throw new IllegalStateException("the list of M-Instances does not answer");
              }
              return Standing.of(view.body().path("standing").asText()).orElse(Standing.PENDING);
            });
  }

  private static CompletionStage<Answer> refused(Reason reason, String detail) {
    return CompletableFuture.completedFuture(Answer.error(reason, detail));
  }
}
