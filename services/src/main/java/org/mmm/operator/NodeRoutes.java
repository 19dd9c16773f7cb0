package org.mmm.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.mmm.cluster.Directives;
import org.mmm.cluster.Operation;
import org.mmm.cluster.OperationAnswer.Standing;
import org.mmm.cluster.Peer;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;

/** All nodes, and how one of them is emptied. */
final class NodeRoutes {
  private final Nodes nodes;

  NodeRoutes(Nodes nodes) {
    this.nodes = nodes;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/admin/nodes",
            OperatorApi.doc("nodes", "lists all nodes").answers("Members"),
            this::list),
        new Endpoint(
            "GET",
            "/admin/nodes/{node}",
            OperatorApi.doc("member", "shows a node, and what lives there").answers("Member", 404),
            this::show),
        new Endpoint(
            "GET",
            "/admin/nodes/{node}/drain",
            OperatorApi.doc("drain-progress", "tells how far a drain is").answers("Drain", 404),
            in -> {
              Peer node = nodes.find(in.inPath("node"));
              return nodes.ask(Operation.Tell::new).thenApply(now -> drain(node, now));
            }),
        post("drain", "moves all shards off a node", in -> begin(in, false)),
        post("leave", "drains a node, which then leaves and ends", in -> begin(in, true)),
        post(
            "undrain",
            "ends a drain, done or not: the node takes shards again",
            in -> {
              Peer node = nodes.find(in.inPath("node"));
              return nodes
                  .ask(from -> new Operation.Undrain(node.place(), from))
                  .thenApply(now -> drain(node, now));
            }));
  }

  private static Endpoint post(String word, String summary, Endpoint.Handler handler) {
    return new Endpoint(
        "POST",
        "/admin/nodes/{node}/" + word,
        OperatorApi.doc(word, summary).answers("Drain", 404, 409),
        handler);
  }

  private CompletionStage<Answer> begin(Exchange in, boolean thenLeave) {
    Peer node = nodes.find(in.inPath("node"));
    return nodes
        .ask(from -> new Operation.Drain(node.place(), thenLeave, from))
        .thenApply(now -> drain(node, now));
  }

  private CompletionStage<Answer> list(Exchange in) {
    return nodes
        .ask(Operation.Tell::new)
        .thenApply(
            now -> {
              ObjectNode body = JsonNodeFactory.instance.objectNode();
              ArrayNode all = body.putArray("nodes");
              for (Peer peer : nodes.all()) all.add(member(peer, now));
              return Answer.ok(body);
            });
  }

  private CompletionStage<Answer> show(Exchange in) {
    Peer node = nodes.find(in.inPath("node"));
    return nodes
        .ask(Operation.Tell::new)
        .thenCombine(
            nodes.shards(),
            (now, shards) -> {
              ObjectNode body = member(node, now);
              ObjectNode held = body.putObject("shards");
              ObjectNode entities = body.putObject("entities");
              shards.forEach(
                  (type, places) -> {
                    Map<String, Integer> here = places.getOrDefault(node.place(), Map.of());
                    held.put(type, here.size());
                    entities.put(type, here.values().stream().mapToInt(n -> n).sum());
                  });
              return Answer.ok(body);
            });
  }

  private static ObjectNode member(Peer peer, Standing now) {
    ObjectNode member = JsonNodeFactory.instance.objectNode();
    member.put("name", peer.name()).put("place", peer.place()).put("status", peer.status());
    ArrayNode roles = member.putArray("roles");
    new TreeSet<>(peer.roles()).forEach(roles::add);
    member.put("reachable", peer.reachable()).put("oldest", peer.oldest());
    return member.put("state", state(peer, now));
  }

  private static String state(Peer peer, Standing now) {
    if (!now.directives().draining(peer.place())) return "open";
    return now.drained(peer.place()) ? "drained" : "draining";
  }

  private static Answer drain(Peer node, Standing now) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("node", node.name()).put("state", state(node, now));
    Directives.Drain drain = now.directives().drains().get(node.place());
    if (drain == null) return Answer.ok(body);
    body.put("since", Instant.ofEpochMilli(drain.since()).toString());
    body.put("thenLeave", drain.thenLeave());
    Map<String, Integer> left = now.left().get(node.place());
    if (left == null) return Answer.ok(body);
    ObjectNode leftNow = body.putObject("left");
    ObjectNode moved = body.putObject("moved");
    new TreeMap<>(left).forEach(leftNow::put);
    new TreeMap<>(drain.before())
        .forEach(
            (type, before) -> moved.put(type, Math.max(0, before - left.getOrDefault(type, 0))));
    return Answer.ok(body);
  }
}
