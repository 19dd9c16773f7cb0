package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.client.ApiRequest;
import org.mmm.client.Json;
import org.mmm.client.Paths;

/** A command that asks the Operator API. */
abstract class OperatorCommand extends NodeCommand {
  static String nodePath(String node) {
    return "/admin/nodes/" + Paths.segment(node);
  }

  static String roomPath(String room) {
    return "/admin/rooms/" + Paths.segment(room);
  }

  static String peerPath(String peer) {
    return "/admin/peers/" + Paths.segment(peer);
  }

  /** What the operator reads there; fails if it cannot be had. */
  static JsonNode read(Session session, String path) {
    return session.operatorApi().get(path, session.requireOperatorToken()).body();
  }

  /** What is answered to that; fails if it is refused. */
  static JsonNode post(Session session, String path, JsonNode body, String what) {
    ApiRequest request = ApiRequest.post(path, session.requireOperatorToken(), body);
    return session.operatorApi().call(request).orFail(what).body();
  }

  static int sum(JsonNode counts) {
    int sum = 0;
    for (JsonNode count : counts) {
      sum += count.asInt();
    }
    return sum;
  }

  static String words(JsonNode list) {
    StringBuilder words = new StringBuilder();
    for (JsonNode word : list) {
      words.append(words.isEmpty() ? "" : " ").append(word.asText());
    }
    return words.toString();
  }

  static String text(JsonNode node, String field) {
    return Json.text(node, field, "-");
  }
}
