package org.mmm.top;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.client.Json;
import org.mmm.print.Style;

@DisplayName("What mmm top shows")
class TopViewTest {
  private static final JsonNode TWO_AND_ONE_SILENT =
      Json.read(
          """
          {"nodes": [
            {"address": "127.0.0.1:1", "answered": true, "figures": {
              "node": "node1", "inFlight": 3,
              "state": {"notReady": [], "leaseHeld": true, "unreachable": []},
              "entities": [{"kind": "place", "entities": 7, "shards": 40, "deferred": 2},
                           {"kind": "item", "entities": 5, "shards": 60, "deferred": 0}],
              "actions": [
                {"action": "MM-Send", "perSecond": 100, "refusedPerSecond": 1,
                 "p50Millis": 4, "p99Millis": 30},
                {"action": "MM-Embed", "perSecond": 5, "refusedPerSecond": 0,
                 "p50Millis": 9, "p99Millis": 900}],
              "refusals": [{"reason": "InsRights", "perSecond": 1}],
              "journal": {"writeP99Millis": 12.5},
              "edge": {"sockets": 4}, "droppedPerSecond": 0,
              "jvm": {"cpu": 0.25, "collectionMillisPerSecond": 20,
                      "heapUsed": 104857600, "heapMost": 536870912},
              "hotRooms": [{"room": "Hall", "messagesPerSecond": 20}]}},
            {"address": "127.0.0.2:1", "answered": true, "figures": {
              "node": "node2", "inFlight": 0,
              "state": {"notReady": ["draining"], "leaseHeld": false,
                        "unreachable": ["127.0.0.3:1"]},
              "entities": [],
              "actions": [{"action": "MM-Send", "perSecond": 50, "refusedPerSecond": 2,
                           "p50Millis": 8, "p99Millis": 20}],
              "refusals": [{"reason": "InsRights", "perSecond": 2}],
              "journal": {"writeP99Millis": 0}, "edge": {"sockets": 0}, "droppedPerSecond": 0,
              "jvm": {"cpu": -1, "collectionMillisPerSecond": 0,
                      "heapUsed": 0, "heapMost": 536870912},
              "hotRooms": [{"room": "Cave", "messagesPerSecond": 70.5}]}},
            {"address": "127.0.0.3:1", "answered": false}]}
          """);

  @Test
  @DisplayName("is the nodes, then the busiest Rooms, then the Actions of all nodes together")
  void tables() {
    List<String> lines = lines(Order.rate);
    assertThat(lines.get(0)).startsWith("NODE").endsWith("STATE");
    assertThat(words(lines.get(1)))
        .containsExactly(
            "node1",
            "127.0.0.1:1",
            "105",
            "3",
            "12",
            "100",
            "2",
            "12.5",
            "4",
            "0.0",
            "25%",
            "2%",
            "100/512",
            "ready");
    assertThat(lines.get(2)).contains("node2", "draining; no lease; does not reach 1");
    assertThat(lines.get(3)).startsWith("?").contains("127.0.0.3:1").endsWith("does not answer");
    assertThat(words(lines.get(6))).containsExactly("Cave", "node2", "70.5");
    assertThat(words(lines.get(7))).containsExactly("Hall", "node1", "20.0");
    assertThat(lines.get(9)).startsWith("ACTION").endsWith("(InsRights 3.0)");
    assertThat(words(lines.get(10))).containsExactly("MM-Send", "150", "8.0", "30.0", "3.0");
    assertThat(words(lines.get(11))).containsExactly("MM-Embed", "5.0", "9.0", "900", "0.0");
  }

  @Test
  @DisplayName("has the Actions in the order that was asked for")
  void order() {
    assertThat(lines(Order.p99).get(10)).startsWith("MM-Embed");
    assertThat(lines(Order.p50).get(10)).startsWith("MM-Embed");
    assertThat(lines(Order.refused).get(10)).startsWith("MM-Send");
    assertThat(lines(Order.action).get(10)).startsWith("MM-Embed");
  }

  @Test
  @DisplayName("leaves out tables with nothing in them")
  void nothing() {
    JsonNode quiet = Json.read("{\"nodes\": [{\"address\": \"a:1\", \"answered\": false}]}");
    assertThat(TopView.of(quiet, Order.rate, Style.PLAIN, 200).lines()).hasSize(2);
  }

  private static List<String> lines(Order order) {
    return TopView.of(TWO_AND_ONE_SILENT, order, Style.PLAIN, 200).lines().toList();
  }

  private static List<String> words(String line) {
    return List.of(line.split(" +"));
  }
}
