package org.mmm.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.client.Json;
import org.mmm.doctor.Check.Level;

@DisplayName("What mmm doctor finds in a cluster")
class ClusterChecksTest {
  private static final Duration TOOK = Duration.ofMillis(300);

  private final ObjectNode all = Json.object();

  @BeforeEach
  void three() {
    ArrayNode nodes = all.putArray("nodes");
    for (int i = 1; i <= 3; i++) {
      ObjectNode node = nodes.addObject().put("address", "a:" + i).put("answered", true);
      node.set(
          "figures",
          Json.read(
              """
              {"node": "node%d",
               "state": {"address": "a:%d", "version": "0.1.0", "settings": "abc",
                         "clock": 1000000, "notReady": [], "leaseHeld": true,
                         "members": ["a:1", "a:2", "a:3"], "unreachable": [],
                         "living": ["a:1", "a:2", "a:3"]},
               "journal": {"kind": "cassandra", "open": true, "silentMillis": 900},
               "disk": {"free": 500000000, "size": 1000000000}}
              """
                  .formatted(i, i)));
    }
  }

  @Test
  @DisplayName("is nothing when all is well")
  void well() {
    List<Check> checks = ClusterChecks.of(all, TOOK);
    assertThat(checks).allMatch(check -> check.level() == Level.ok);
    assertThat(checks)
        .extracting(Check::what)
        .containsExactly(
            "node node1 at a:1",
            "node node2 at a:2",
            "node node3 at a:3",
            "versions",
            "settings",
            "lease",
            "reach",
            "one cluster",
            "clocks of the nodes",
            "journal",
            "Cassandra",
            "disk of node1",
            "disk of node2",
            "disk of node3");
  }

  @Test
  @DisplayName("is a node that does not answer")
  void silent() {
    node(2).remove("figures");
    node(2).put("answered", false);
    Check found = wrong(Level.fail);
    assertThat(found.what()).isEqualTo("node at a:2");
    assertThat(found.state()).isEqualTo("does not answer the others");
  }

  @Test
  @DisplayName("is a node that is not ready, with its reasons")
  void notReady() {
    state(2, s -> s.putArray("notReady").add("draining"));
    assertThat(wrong(Level.fail).state()).isEqualTo("not ready: draining");
  }

  @Test
  @DisplayName("are other versions and settings")
  void unlike() {
    state(2, s -> s.put("version", "0.2.0"));
    Check found = wrong(Level.warn);
    assertThat(found.what()).isEqualTo("versions");
    assertThat(found.state()).isEqualTo("{0.1.0=[node1, node3], 0.2.0=[node2]}");
    state(2, s -> s.put("version", "0.1.0").put("settings", "xyz"));
    assertThat(wrong(Level.warn).what()).isEqualTo("settings");
  }

  @Test
  @DisplayName("is a node without its lease")
  void lease() {
    state(3, s -> s.put("leaseHeld", false));
    assertThat(wrong(Level.fail).state()).isEqualTo("node3: not held");
  }

  @Test
  @DisplayName("is a node that another does not reach")
  void unreachable() {
    state(1, s -> s.putArray("unreachable").add("a:3"));
    assertThat(wrong(Level.fail).state()).isEqualTo("node1: a:3");
  }

  @Test
  @DisplayName("is a cluster in two parts, seen by the members or by the store")
  void split() {
    state(3, s -> s.putArray("members").add("a:3"));
    Check found = wrong(Level.fail);
    assertThat(found.what()).isEqualTo("one cluster");
    assertThat(found.state()).contains("[a:1, a:2, a:3]=[node1, node2]", "[a:3]=[node3]");
    three();
    state(1, s -> s.withArray("living").add("b:9"));
    assertThat(wrong(Level.fail).state()).isEqualTo("also on these data, and no members: [b:9]");
  }

  @Test
  @DisplayName("are clocks that differ, a little and much")
  void clocks() {
    state(1, s -> s.put("clock", 1_000_000 - 2_301));
    assertThat(wrong(Level.warn).state()).isEqualTo("from 2001 to 2601 ms apart");
    state(1, s -> s.put("clock", 1_000_000 + 5_301));
    assertThat(wrong(Level.fail).what()).isEqualTo("clocks of the nodes");
  }

  @Test
  @DisplayName("are not clocks that differ no more than the way of the answers")
  void clocksThatMayBeTheSame() {
    state(1, s -> s.put("clock", 1_000_000 - 2_300));
    assertThat(ClusterChecks.of(all, TOOK)).allMatch(check -> check.level() == Level.ok);
  }

  @Test
  @DisplayName("is the clock here, when it is surely not that of the node")
  void clockHere() {
    Instant date = Instant.ofEpochSecond(1_000); // until 1,000,999 ms, that is
    Check well = ClusterChecks.hereAndThere(date, date.plusMillis(700), date.plusMillis(900));
    assertThat(well).isEqualTo(Check.ok("clocks, here and there", "at most 900 ms apart"));
    Check late = ClusterChecks.hereAndThere(date, date.minusMillis(5_200), date.minusMillis(5_001));
    assertThat(late.level()).isEqualTo(Level.fail);
    assertThat(late.state()).isEqualTo("from 5001 to 6200 ms apart");
    Check early = ClusterChecks.hereAndThere(date, date.plusMillis(6_001), date.plusMillis(6_100));
    assertThat(early.level()).isEqualTo(Level.fail);
    assertThat(early.state()).isEqualTo("from 5001 to 6100 ms apart");
  }

  @Test
  @DisplayName("is a journal that takes no writes, and a Cassandra that is silent")
  void journal() {
    figures(2).withObject("/journal").put("open", false);
    assertThat(wrong(Level.fail).state()).isEqualTo("node2: takes no writes");
    figures(2).withObject("/journal").put("open", true).put("silentMillis", 10_001);
    assertThat(wrong(Level.fail).state()).isEqualTo("node2: has not answered for 10001 ms");
  }

  @Test
  @DisplayName("is a disk that is nearly full")
  void disk() {
    figures(1).withObject("/disk").put("free", 90_000_000);
    assertThat(wrong(Level.warn).state()).isEqualTo("85 MiB free, 9 %");
    figures(1).withObject("/disk").put("free", 10_000_000);
    assertThat(wrong(Level.fail).what()).isEqualTo("disk of node1");
  }

  private Check wrong(Level level) {
    List<Check> wrong =
        ClusterChecks.of(all, TOOK).stream().filter(check -> check.level() != Level.ok).toList();
    assertThat(wrong).hasSize(1);
    assertThat(wrong.get(0).level()).isEqualTo(level);
    assertThat(wrong.get(0).wayOut()).isNotBlank();
    return wrong.get(0);
  }

  private ObjectNode node(int number) {
    return (ObjectNode) all.withArray("nodes").get(number - 1);
  }

  private ObjectNode figures(int number) {
    return node(number).withObject("/figures");
  }

  private void state(int number, Consumer<ObjectNode> change) {
    change.accept(figures(number).withObject("/state"));
  }
}
