package org.mmm.browser;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a node may tell of the live Rooms, made up. */
final class ToldRooms {
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();

  ToldRooms() {
    body.put("windowSeconds", 10).put("matching", 0).putArray("nodes");
    body.putArray("rooms");
  }

  ToldRooms node(String name) {
    ObjectNode node = described(name).put("answered", true).put("live", 0).put("watchers", 0);
    rates(node, 0, 0);
    return this;
  }

  ToldRooms silent(String name, String why) {
    described(name).put("answered", false).put("why", why);
    return this;
  }

  ToldRooms room(String id, String node, int watchers, double dropped) {
    ObjectNode room = body.withArray("rooms").addObject().put("room", id).put("node", node);
    rates(room.put("watchers", watchers), watchers, dropped);
    for (var one : body.path("nodes")) {
      if (!one.path("name").asText().equals(node)) continue;
      ObjectNode at = (ObjectNode) one;
      at.put("live", at.path("live").asInt() + 1);
      at.put("watchers", at.path("watchers").asInt() + watchers);
      at.put("frameBytesPerSecond", at.path("frameBytesPerSecond").asDouble() + 400.0 * watchers);
    }
    return matching(body.path("rooms").size());
  }

  /** So many there are in all, though not all are told. */
  ToldRooms matching(int number) {
    body.put("matching", number);
    return this;
  }

  private ObjectNode described(String name) {
    ObjectNode node = body.withArray("nodes").addObject().put("name", name);
    node.put("place", "10.0.0.1:25520").put("status", "up").put("draining", false);
    node.putArray("roles");
    return node;
  }

  private static void rates(ObjectNode of, int watchers, double dropped) {
    of.put("ticksPerSecond", watchers == 0 ? 0 : 20).put("framesPerSecond", 20.0 * watchers);
    of.put("frameBytesPerSecond", 400.0 * watchers).put("droppedPerSecond", dropped);
  }

  @Override
  public String toString() {
    return body.toString();
  }
}
