package org.mmm.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.mmm.client.Json;

/** What the figures of all nodes say about the health of their cluster. */
public final class ClusterChecks {
  private static final Duration CLOCKS_WARN = Duration.ofSeconds(2);

  /** Beyond this, times in logs of two machines mislead. */
  private static final Duration CLOCKS_FAIL = Duration.ofSeconds(5);

  private static final long SILENCE_FAIL_MILLIS = 10_000;
  private static final double DISK_WARN = 0.10;
  private static final double DISK_FAIL = 0.02;
  private static final long MIB = 1024L * 1024L;

  private final List<Check> checks = new ArrayList<>();
  private final List<JsonNode> answered = new ArrayList<>();

  private ClusterChecks() {}

  /**
   * @param all what {@code GET /admin/figures} answered
   * @param took how long that took: the nodes read their clocks at some moment of it
   */
  public static List<Check> of(JsonNode all, Duration took) {
    ClusterChecks own = new ClusterChecks();
    Json.list(all, "nodes").forEach(own::node);
    own.same("versions", "version", "finish the upgrade, one node after another");
    own.same(
        "settings", "settings", "give all nodes the same settings; names and addresses may differ");
    own.lease();
    own.reach();
    own.oneCluster();
    own.clocks(took);
    own.journal();
    own.answered.forEach(own::disk);
    return List.copyOf(own.checks);
  }

  private void node(JsonNode node) {
    String address = Json.text(node, "address", "?");
    JsonNode figures = node.path("figures");
    if (figures.isMissingNode()) {
      checks.add(
          Check.fail(
              "node at " + address,
              "does not answer the others",
              "see its log and the network to it; if it is gone, start it again"));
      return;
    }
    answered.add(figures);
    String what = "node " + name(figures) + " at " + address;
    List<String> reasons = texts(figures.at("/state/notReady"));
    checks.add(
        reasons.isEmpty()
            ? Check.ok(what, "ready")
            : Check.fail(what, "not ready: " + String.join("; ", reasons), "see its log"));
  }

  private void same(String what, String field, String wayOut) {
    Map<String, Set<String>> byValue = new TreeMap<>();
    for (JsonNode figures : answered) {
      byValue
          .computeIfAbsent(figures.path("state").path(field).asText(), v -> new TreeSet<>())
          .add(name(figures));
    }
    String state =
        byValue.size() == 1 ? byValue.keySet().iterator().next() : String.valueOf(byValue);
    if (byValue.size() > 1) {
      checks.add(Check.warn(what, state, wayOut));
    } else if (!byValue.isEmpty()) {
      checks.add(Check.ok(what, state));
    }
  }

  private void lease() {
    all(
        "lease",
        figures -> figures.at("/state/leaseHeld").asBoolean() ? "" : "not held",
        "held",
        "look at the network between the nodes; a node that stays without is put out and started"
            + " again");
  }

  private void reach() {
    all(
        "reach",
        figures -> String.join(", ", texts(figures.at("/state/unreachable"))),
        "every node reaches every other",
        "look at the network to these nodes (port of --cluster-port), and whether they live");
  }

  /** All see the same members, and nobody lives on the same data who is none. */
  private void oneCluster() {
    Map<Set<String>, Set<String>> views = new java.util.LinkedHashMap<>();
    Set<String> living = new TreeSet<>();
    Set<String> members = new TreeSet<>();
    for (JsonNode figures : answered) {
      Set<String> seen = new TreeSet<>(texts(figures.at("/state/members")));
      views.computeIfAbsent(seen, v -> new TreeSet<>()).add(name(figures));
      members.addAll(seen);
      living.addAll(texts(figures.at("/state/living")));
    }
    living.removeAll(members);
    if (views.size() > 1) {
      checks.add(
          Check.fail(
              "one cluster",
              "nodes see other members: " + views,
              "stop the nodes of the smaller part; started again they join the others"));
    } else if (!living.isEmpty()) {
      checks.add(
          Check.fail(
              "one cluster",
              "also on these data, and no members: " + living,
              "stop them; started again, with the same seeds, they join the others"));
    } else if (!answered.isEmpty()) {
      checks.add(Check.ok("one cluster", members.size() + " members"));
    }
  }

  /**
   * Compares the clock here with that of a node.
   *
   * @param date what the node said when it answered, in whole seconds
   * @param asked when it was asked, by the clock here
   * @param answered when its answer was there, by the clock here
   */
  public static Check hereAndThere(Instant date, Instant asked, Instant answered) {
    ClockGap gap = ClockGap.of(date, asked, answered);
    String what = "clocks, here and there";
    return gap.beyond(CLOCKS_FAIL)
        ? Check.fail(what, gap.toString(), "set both clocks by NTP")
        : Check.ok(what, gap.toString());
  }

  private void clocks(Duration took) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (JsonNode figures : answered) {
      long clock = figures.at("/state/clock").asLong();
      first = Math.min(first, clock);
      last = Math.max(last, clock);
    }
    if (answered.size() < 2) {
      return;
    }
    ClockGap gap = ClockGap.of(Duration.ofMillis(last - first), took);
    String what = "clocks of the nodes";
    String wayOut = "set the clocks of all nodes by NTP";
    if (gap.beyond(CLOCKS_FAIL)) {
      checks.add(Check.fail(what, gap.toString(), wayOut));
    } else if (gap.beyond(CLOCKS_WARN)) {
      checks.add(Check.warn(what, gap.toString(), wayOut));
    } else {
      checks.add(Check.ok(what, gap.toString()));
    }
  }

  private void journal() {
    all(
        "journal",
        figures -> figures.at("/journal/open").asBoolean() ? "" : "takes no writes",
        "takes writes",
        "look at Cassandra, or at the disk of that node: reached, not full; it opens by itself");
    boolean shared =
        answered.stream().anyMatch(f -> f.at("/journal/kind").asText().equals("cassandra"));
    if (shared) {
      all(
          "Cassandra",
          figures -> {
            long silent = figures.at("/journal/silentMillis").asLong();
            return silent > SILENCE_FAIL_MILLIS ? "has not answered for " + silent + " ms" : "";
          },
          "answers every node",
          "start it, or look at the network between it and that node");
    }
  }

  private void disk(JsonNode figures) {
    long free = figures.at("/disk/free").asLong();
    long size = figures.at("/disk/size").asLong();
    if (size <= 0) {
      return;
    }
    String what = "disk of " + name(figures);
    double share = (double) free / size;
    String state = String.format(Locale.ROOT, "%,d MiB free, %.0f %%", free / MIB, share * 100);
    String wayOut = "free space, or move the data directory to a larger disk";
    if (share < DISK_FAIL) {
      checks.add(Check.fail(what, state, wayOut));
    } else if (share < DISK_WARN) {
      checks.add(Check.warn(what, state, wayOut));
    } else {
      checks.add(Check.ok(what, state));
    }
  }

  /** One check over all nodes: it names those with which something is wrong. */
  private void all(String what, Function<JsonNode, String> wrong, String well, String wayOut) {
    List<String> found = new ArrayList<>();
    for (JsonNode figures : answered) {
      String one = wrong.apply(figures);
      if (!one.isEmpty()) {
        found.add(name(figures) + ": " + one);
      }
    }
    if (!found.isEmpty()) {
      checks.add(Check.fail(what, String.join("; ", found), wayOut));
    } else if (!answered.isEmpty()) {
      checks.add(Check.ok(what, well));
    }
  }

  private static String name(JsonNode figures) {
    return Json.text(figures, "node", "?");
  }

  private static List<String> texts(JsonNode list) {
    List<String> all = new ArrayList<>();
    list.forEach(one -> all.add(one.asText()));
    return all;
  }
}
