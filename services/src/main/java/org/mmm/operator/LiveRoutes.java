package org.mmm.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.mmm.cluster.Directives;
import org.mmm.cluster.Peer;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;
import org.mmm.edge.Refusal;
import org.mmm.figures.AllRooms;
import org.mmm.figures.FiguresHere;
import org.mmm.figures.LiveRoomFigures;
import org.mmm.figures.RoomsHere;
import org.mmm.figures.RoomsKeeper;
import org.mmm.pa.Reason;

/** Which Rooms are live on which node, who watches them, and what that costs. */
final class LiveRoutes {
  private static final int ROOMS = 100;
  private static final int ROOMS_AT_MOST = 200;
  private static final int NAME_AT_MOST = 256;

  /** Beyond what the nodes may take, for the way there and back. */
  private static final Duration SPARE = Duration.ofSeconds(1);

  private final ActorSystem<?> system;
  private final FiguresHere figures;
  private final Supplier<Directives> wanted;

  /**
   * @param wanted what the operator wants, as this node knows it: asked of no other, since the map
   *     is looked at when some do not answer
   */
  LiveRoutes(ActorSystem<?> system, FiguresHere figures, Supplier<Directives> wanted) {
    this.system = system;
    this.figures = figures;
    this.wanted = wanted;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/admin/live",
            OperatorApi.doc("live", "tells the busiest live Rooms, and the node of each")
                .query("name", "limit")
                .answers("LiveRooms"),
            this::live));
  }

  private CompletionStage<Answer> live(Exchange in) {
    String name = in.query("name").orElse("");
    if (name.length() > NAME_AT_MOST) {
      throw Refusal.syntax(
          "name must have at most " + NAME_AT_MOST + " characters, had " + name.length());
    }
    int limit = (int) in.query("limit", ROOMS, 1, ROOMS_AT_MOST);
    return AskPattern.<RoomsKeeper.Gather, AllRooms>ask(
            figures.rooms(),
            from -> new RoomsKeeper.Gather(name, limit, from),
            figures.answerWithin().plus(SPARE),
            system.scheduler())
        .handle(
            (all, late) ->
                late == null
                    ? Answer.ok(json(all, limit))
                    : Answer.error(Reason.UNABLE, "too many ask for the live Rooms; try again"));
  }

  private ObjectNode json(AllRooms all, int limit) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("windowSeconds", figures.window().toSeconds());
    ArrayNode nodes = body.putArray("nodes");
    List<OfNode> rooms = new ArrayList<>();
    int matching = 0;
    List<Peer> peers = new ArrayList<>(Peer.all(system));
    peers.sort(Comparator.comparing(Peer::name));
    for (Peer peer : peers) {
      RoomsHere here = all.byPlace().get(peer.place());
      ObjectNode node = node(peer).put("answered", here != null);
      nodes.add(node);
      if (here == null) {
        node.put("why", why(peer));
        continue;
      }
      node.put("live", here.live()).put("watchers", here.watchers());
      rates(
          node,
          here.ticksPerSecond(),
          here.framesPerSecond(),
          here.frameBytesPerSecond(),
          here.droppedPerSecond());
      matching += here.matching();
      here.busiest().forEach(room -> rooms.add(new OfNode(peer.name(), room)));
    }
    body.put("matching", matching);
    busiest(body.putArray("rooms"), rooms, limit);
    return body;
  }

  /** A Room that was told by a node. */
  private record OfNode(String node, LiveRoomFigures room) {}

  /** While a Room moves, both nodes may tell it: it is shown once. */
  private static void busiest(ArrayNode into, List<OfNode> rooms, int limit) {
    rooms.sort(Comparator.comparing(OfNode::room, LiveRoomFigures.BUSIEST_FIRST));
    Set<String> shown = new HashSet<>();
    for (OfNode one : rooms) {
      LiveRoomFigures room = one.room();
      if (shown.size() == limit) return;
      if (!shown.add(room.room())) continue;
      ObjectNode json = into.addObject().put("room", room.room()).put("node", one.node());
      json.put("watchers", room.watchers());
      rates(
          json,
          room.ticksPerSecond(),
          room.framesPerSecond(),
          room.frameBytesPerSecond(),
          room.droppedPerSecond());
    }
  }

  private ObjectNode node(Peer peer) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", peer.name()).put("place", peer.place()).put("status", peer.status());
    ArrayNode roles = node.putArray("roles");
    new TreeSet<>(peer.roles()).forEach(roles::add);
    return node.put("draining", wanted.get().draining(peer.place()));
  }

  private String why(Peer peer) {
    if (!peer.reachable()) return "is not reached by the other nodes";
    if (!peer.status().equals("up")) return "is " + peer.status();
    return "did not tell its Rooms within " + figures.answerWithin().toMillis() + " ms";
  }

  private static void rates(
      ObjectNode into, double ticks, double frames, double bytes, double dropped) {
    into.put("ticksPerSecond", ticks).put("framesPerSecond", frames);
    into.put("frameBytesPerSecond", bytes).put("droppedPerSecond", dropped);
  }
}
