package org.mmm.top;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mmm.client.Json;
import org.mmm.print.Style;
import org.mmm.print.Table;

/** The figures of all nodes as three tables: nodes, hot Rooms, Actions. */
public final class TopView {
  private static final long MIB = 1024L * 1024L;
  private static final double MILLIS_IN_SECOND = 1e3;
  private static final int PERCENT = 100;
  private static final int ROOMS = 10;

  private TopView() {}

  /**
   * @param all what {@code GET /admin/figures} answered
   * @param width characters of a line at most
   */
  public static String of(JsonNode all, Order order, Style style, int width) {
    StringBuilder text = new StringBuilder(nodes(all).print(style, width));
    Table rooms = rooms(all);
    if (!rooms.isEmpty()) {
      text.append('\n').append(rooms.print(style, width));
    }
    Table actions = actions(all, order);
    if (!actions.isEmpty()) {
      text.append('\n').append(actions.print(style, width));
    }
    return text.toString();
  }

  private static Table nodes(JsonNode all) {
    Table table =
        new Table(
            "NODE",
            "ADDRESS",
            "ACT/S",
            "FLIGHT",
            "ENTITIES",
            "SHARDS",
            "WAIT",
            "JRNL P99",
            "SOCKETS",
            "DROP/S",
            "CPU",
            "GC",
            "HEAP MIB",
            "STATE");
    for (JsonNode node : Json.list(all, "nodes")) {
      JsonNode figures = node.path("figures");
      String address = Json.text(node, "address", "?");
      if (figures.isMissingNode()) {
        table.row("?", address, "", "", "", "", "", "", "", "", "", "", "", "does not answer");
        continue;
      }
      JsonNode jvm = figures.path("jvm");
      table.row(
          Json.text(figures, "node", "?"),
          address,
          rate(sum(figures, "actions", "perSecond")),
          figures.path("inFlight").asLong(),
          (long) sum(figures, "entities", "entities"),
          (long) sum(figures, "entities", "shards"),
          (long) sum(figures, "entities", "deferred"),
          millis(figures.at("/journal/writeP99Millis").asDouble()),
          figures.at("/edge/sockets").asLong(),
          rate(figures.path("droppedPerSecond").asDouble()),
          percent(jvm.path("cpu").asDouble()),
          percent(jvm.path("collectionMillisPerSecond").asDouble() / MILLIS_IN_SECOND),
          jvm.path("heapUsed").asLong() / MIB + "/" + jvm.path("heapMost").asLong() / MIB,
          state(figures));
    }
    return table;
  }

  private static String state(JsonNode figures) {
    List<String> wrong = new ArrayList<>();
    figures.at("/state/notReady").forEach(reason -> wrong.add(reason.asText()));
    if (!figures.at("/state/leaseHeld").asBoolean()) {
      wrong.add("no lease");
    }
    int unreachable = figures.at("/state/unreachable").size();
    if (unreachable > 0) {
      wrong.add("does not reach " + unreachable);
    }
    return wrong.isEmpty() ? "ready" : String.join("; ", wrong);
  }

  private static Table rooms(JsonNode all) {
    record Hot(String room, String node, double rate) {}
    List<Hot> hot = new ArrayList<>();
    for (JsonNode node : Json.list(all, "nodes")) {
      for (JsonNode room : node.at("/figures/hotRooms")) {
        hot.add(
            new Hot(
                Json.text(room, "room", "?"),
                node.at("/figures/node").asText(),
                room.path("messagesPerSecond").asDouble()));
      }
    }
    hot.sort(Comparator.comparingDouble(Hot::rate).reversed().thenComparing(Hot::room));
    Table table = new Table("HOT ROOM", "NODE", "MSG/S");
    hot.stream().limit(ROOMS).forEach(one -> table.row(one.room(), one.node(), rate(one.rate())));
    return table;
  }

  private static Table actions(JsonNode all, Order order) {
    String refused =
        refusals(all).entrySet().stream()
            .map(one -> one.getKey() + " " + rate(one.getValue()))
            .collect(Collectors.joining(", "));
    Table table =
        new Table(
            "ACTION",
            "ACT/S",
            "P50 MS",
            "P99 MS",
            "REFUSED/S" + (refused.isEmpty() ? "" : " (" + refused + ")"));
    together(all).stream()
        .sorted(order.comparator())
        .forEach(
            one ->
                table.row(
                    one.path("action").asText(),
                    rate(one.path("perSecond").asDouble()),
                    millis(one.path("p50Millis").asDouble()),
                    millis(one.path("p99Millis").asDouble()),
                    rate(one.path("refusedPerSecond").asDouble())));
    return table;
  }

  private static Map<String, Double> refusals(JsonNode all) {
    Map<String, Double> byReason = new TreeMap<>();
    for (JsonNode node : Json.list(all, "nodes")) {
      for (JsonNode one : node.at("/figures/refusals")) {
        byReason.merge(one.path("reason").asText(), one.path("perSecond").asDouble(), Double::sum);
      }
    }
    return byReason;
  }

  /** Of all nodes: rates add up; of times the worst node's is shown, since they do not. */
  private static Collection<ObjectNode> together(JsonNode all) {
    Map<String, ObjectNode> byName = new TreeMap<>();
    for (JsonNode node : Json.list(all, "nodes")) {
      for (JsonNode one : node.at("/figures/actions")) {
        ObjectNode sum =
            byName.computeIfAbsent(
                one.path("action").asText(), name -> Json.object().put("action", name));
        for (String field : List.of("perSecond", "refusedPerSecond")) {
          sum.put(field, sum.path(field).asDouble() + one.path(field).asDouble());
        }
        for (String field : List.of("p50Millis", "p99Millis")) {
          sum.put(field, Math.max(sum.path(field).asDouble(), one.path(field).asDouble()));
        }
      }
    }
    return byName.values();
  }

  private static double sum(JsonNode figures, String list, String field) {
    double sum = 0;
    for (JsonNode one : figures.path(list)) {
      sum += one.path(field).asDouble();
    }
    return sum;
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond >= 100 ? "%.0f" : "%.1f", perSecond);
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, millis >= 100 ? "%.0f" : "%.1f", millis);
  }

  /** What is not known is below 0. */
  private static String percent(double share) {
    return share < 0 ? "" : Math.round(share * PERCENT) + "%";
  }
}
