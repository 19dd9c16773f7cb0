package org.mmm.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.cluster.Directives;
import org.mmm.cluster.Operation;
import org.mmm.cluster.OperationAnswer.Standing;
import org.mmm.cluster.Peer;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;
import org.mmm.edge.Refusal;
import org.mmm.kernel.Address;

/** Where Rooms live, and how one is moved. */
final class RoomRoutes {
  private static final String TYPE = Address.Kind.PLACE.word();

  /** Each Room of a page is asked what is in it, all at the same time. */
  private static final int PAGE_AT_MOST = 100;

  private final Nodes nodes;
  private final Rooms rooms;

  RoomRoutes(Nodes nodes, Rooms rooms) {
    this.nodes = nodes;
    this.rooms = rooms;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/admin/rooms",
            OperatorApi.doc("rooms", "lists Rooms, where they live and what is in them")
                .query("after", "limit")
                .answers("RoomPlaces"),
            this::list),
        new Endpoint(
            "GET",
            "/admin/rooms/{room}",
            OperatorApi.doc("room", "shows where a Room lives, and which places go with it")
                .answers("RoomPlace", 404),
            in -> {
              String room = in.inPath("room");
              return rooms
                  .find(room)
                  .thenCompose(found -> nodes.ask(Operation.Tell::new))
                  .thenCompose(now -> show(room, now));
            }),
        new Endpoint(
            "POST",
            "/admin/rooms/{room}/move",
            OperatorApi.doc("room-move", "moves the shard of a Room to a node, where it stays")
                .body("RoomMove")
                .answers("RoomPlace", 404, 409),
            this::move),
        new Endpoint(
            "DELETE",
            "/admin/rooms/{room}/pin",
            OperatorApi.doc("room-unpin", "lets the shard of a Room be wherever it fits")
                .answers("RoomPlace", 404),
            in -> {
              String room = in.inPath("room");
              return rooms
                  .find(room)
                  .thenCompose(found -> nodes.ask(from -> new Operation.Unpin(pin(room), from)))
                  .thenCompose(now -> show(room, now));
            }));
  }

  private CompletionStage<Answer> move(Exchange in) {
    String room = in.inPath("room");
    JsonNode to = in.object().path("node");
    if (!to.isTextual()) throw Refusal.syntax("node must be the name of a node, was " + to);
    Peer node = nodes.find(to.asText());
    if (!node.roles().contains("room")) {
      throw Refusal.syntax(node.name() + " has not the role room; name a node that has");
    }
    return rooms
        .find(room)
        .thenCompose(found -> nodes.ask(from -> new Operation.Pin(pin(room), node.place(), from)))
        .thenCompose(now -> show(room, now));
  }

  private CompletionStage<Answer> show(String room, Standing now) {
    return rooms
        .sharing(room)
        .thenCombine(
            nodes.shards(TYPE),
            (sharing, places) -> {
              ObjectNode body = JsonNodeFactory.instance.objectNode();
              where(body, room, now.directives(), places);
              ArrayNode also = body.putArray("alsoMoves");
              sharing.forEach(also::add);
              return Answer.ok(body);
            });
  }

  private CompletionStage<Answer> list(Exchange in) {
    String after = in.query("after").orElse("");
    int limit = (int) in.query("limit", PAGE_AT_MOST, 1, PAGE_AT_MOST);
    return nodes
        .ask(Operation.Tell::new)
        .thenCombine(nodes.shards(TYPE), (now, places) -> new Moment(now.directives(), places))
        .thenCombine(
            rooms.all(),
            (moment, all) -> {
              // What is after it begins with it and one letter more, at the least.
              List<Map.Entry<String, Address>> page =
                  all.tailMap(after + (after.isEmpty() ? "" : "\0")).entrySet().stream()
                      .limit(limit)
                      .toList();
              boolean more =
                  !page.isEmpty() && !page.get(page.size() - 1).getKey().equals(all.lastKey());
              return page(page, more, moment);
            })
        .thenCompose(page -> page);
  }

  private record Moment(Directives wanted, Map<String, Map<String, Integer>> places) {}

  private CompletionStage<Answer> page(
      List<Map.Entry<String, Address>> page, boolean more, Moment moment) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode all = body.putArray("rooms");
    CompletionStage<Void> filled = CompletableFuture.completedFuture(null);
    for (var entry : page) {
      ObjectNode room = where(all.addObject(), entry.getKey(), moment.wanted(), moment.places());
      filled =
          filled.thenCombine(
              rooms.view(entry.getKey(), entry.getValue()),
              (before, view) -> {
                if (view.path("inside").isArray()) room.put("seats", view.path("inside").size());
                if (view.path("capacity").isInt()) {
                  room.put("capacity", view.path("capacity").asInt());
                }
                return null;
              });
    }
    if (more) body.put("next", page.get(page.size() - 1).getKey());
    return filled.thenApply(done -> Answer.ok(body));
  }

  private ObjectNode where(
      ObjectNode body, String room, Directives wanted, Map<String, Map<String, Integer>> places) {
    String shard = rooms.shard(room);
    body.put("room", room).put("shard", shard);
    String holder = Rooms.holder(places, shard);
    if (!holder.isEmpty()) body.put("node", nodes.name(holder));
    String pinned = wanted.pins().get(pin(room));
    if (pinned != null) body.put("pinned", nodes.name(pinned));
    return body;
  }

  private String pin(String room) {
    return Directives.pin(TYPE, rooms.shard(room));
  }
}
