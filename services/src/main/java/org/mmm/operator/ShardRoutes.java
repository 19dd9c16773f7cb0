package org.mmm.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.mmm.cluster.Directives;
import org.mmm.cluster.Operation;
import org.mmm.cluster.Peer;
import org.mmm.cluster.Placement;
import org.mmm.cluster.Placement.State;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;

/** Which node has which shards, and which move next. */
final class ShardRoutes {
  private final Nodes nodes;
  private final Placement.Limits limits;

  ShardRoutes(Nodes nodes, Placement.Limits limits) {
    this.nodes = nodes;
    this.limits = limits;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/admin/shards",
            OperatorApi.doc("shards", "lists the shards that have a node")
                .query("type", "node")
                .answers("Shards", 404),
            this::list),
        new Endpoint(
            "GET",
            "/admin/shards/moves",
            OperatorApi.doc("moves", "lists the shards that the next round would move")
                .answers("Shards"),
            this::moves));
  }

  private CompletionStage<Answer> list(Exchange in) {
    String place = in.query("node").map(node -> nodes.find(node).place()).orElse("");
    String only = in.query("type").orElse("");
    return nodes
        .ask(Operation.Tell::new)
        .thenCombine(
            nodes.shards(),
            (now, shards) -> {
              ObjectNode body = JsonNodeFactory.instance.objectNode();
              ArrayNode all = body.putArray("shards");
              shards.forEach(
                  (type, places) ->
                      places.forEach(
                          (at, held) -> {
                            if (!only.isEmpty() && !only.equals(type)) return;
                            if (!place.isEmpty() && !place.equals(at)) return;
                            held.forEach(
                                (shard, entities) ->
                                    shard(all, now.directives(), type, shard, at)
                                        .put("entities", entities));
                          }));
              return Answer.ok(body);
            });
  }

  private CompletionStage<Answer> moves(Exchange in) {
    return nodes
        .ask(Operation.Tell::new)
        .thenCombine(
            nodes.shards(),
            (now, shards) -> {
              ObjectNode body = JsonNodeFactory.instance.objectNode();
              ArrayNode all = body.putArray("shards");
              shards.forEach(
                  (type, places) -> {
                    Map<String, String> homes = new TreeMap<>();
                    places.forEach((at, held) -> held.keySet().forEach(s -> homes.put(s, at)));
                    Set<String> next = placement(type, places, now.directives()).moves(Set.of());
                    homes.forEach(
                        (shard, at) -> {
                          if (next.contains(shard)) shard(all, now.directives(), type, shard, at);
                        });
                  });
              return Answer.ok(body);
            });
  }

  private Placement placement(
      String type, Map<String, Map<String, Integer>> places, Directives wanted) {
    List<Placement.Node> all = new ArrayList<>();
    for (Peer peer : nodes.all()) {
      Map<String, Integer> held = places.get(peer.place());
      if (held == null) continue; // entities of this type never live there
      State state = peer.serves() ? State.OPEN : State.GOING;
      if (wanted.draining(peer.place())) state = State.DRAINING;
      all.add(new Placement.Node(peer.place(), state, held.keySet()));
    }
    return new Placement(all, wanted.pinsOf(type), limits);
  }

  private ObjectNode shard(
      ArrayNode all, Directives wanted, String type, String shard, String place) {
    ObjectNode one = all.addObject().put("type", type).put("shard", shard);
    one.put("node", nodes.name(place));
    String pinned = wanted.pins().get(Directives.pin(type, shard));
    if (pinned != null) one.put("pinned", nodes.name(pinned));
    return one;
  }
}
