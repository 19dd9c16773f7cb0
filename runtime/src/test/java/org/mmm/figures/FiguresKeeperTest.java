package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures of all nodes")
class FiguresKeeperTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<ActorTestKit> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(ActorTestKit::shutdownTestKit);
  }

  @Test
  @DisplayName("are those that the others tell, and a gap for a node that does not")
  void gathers() {
    ActorTestKit first = node();
    ActorTestKit second = node();
    ActorTestKit silent = node();
    ActorRef<FiguresKeeper.Gather> keeper = keeper(first, "node1");
    keeper(second, "node2");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              AllFigures all = gathered(first, keeper);
              assertThat(all.nodes())
                  .extracting(AllFigures.OfNode::address)
                  .containsExactlyInAnyOrder(place(first), place(second), place(silent));
              assertThat(named(all, place(first))).isEqualTo("node1");
              assertThat(named(all, place(second))).isEqualTo("node2");
              assertThat(named(all, place(silent))).isEqualTo("silent");
            });
  }

  @Test
  @DisplayName("come to all who ask at the same time")
  void together() {
    ActorTestKit only = node();
    node();
    ActorRef<FiguresKeeper.Gather> keeper = keeper(only, "node1");
    var here = only.<AllFigures>createTestProbe();
    var there = only.<AllFigures>createTestProbe();
    keeper.tell(new FiguresKeeper.Gather(here.ref()));
    keeper.tell(new FiguresKeeper.Gather(there.ref()));
    AllFigures told = here.receiveMessage(PATIENCE);
    assertThat(named(told, place(only))).isEqualTo("node1");
    assertThat(there.receiveMessage(PATIENCE)).isEqualTo(told);
  }

  private ActorTestKit node() {
    ActorTestKit kit =
        ActorTestKit.create(
            "figures",
            ConfigFactory.parseMap(
                    Map.of(
                        "pekko.actor.provider", "cluster",
                        "pekko.remote.artery.canonical.hostname", "127.0.0.1",
                        "pekko.remote.artery.canonical.port", 0,
                        "pekko.cluster.jmx.multi-mbeans-in-same-jvm", "on"))
                .withFallback(ConfigFactory.load()));
    nodes.add(kit);
    Cluster cluster = Cluster.get(kit.system());
    var seed = Cluster.get(nodes.get(0).system()).selfMember().address();
    cluster.manager().tell(Join.create(seed));
    int now = nodes.size();
    await().atMost(PATIENCE).until(() -> nodes.stream().allMatch(n -> up(n) == now));
    return kit;
  }

  private static long up(ActorTestKit kit) {
    long up = 0;
    for (var member : Cluster.get(kit.system()).state().getMembers()) {
      if (member.status().toString().equals("Up")) up++;
    }
    return up;
  }

  private static ActorRef<FiguresKeeper.Gather> keeper(ActorTestKit kit, String name) {
    FiguresSource source =
        new FiguresSource() {
          @Override
          public Counts counts() {
            return Counts.of(1, new ActionCounts(), Histogram.NONE, Histogram.NONE, 0, 0, 0, 0);
          }

          @Override
          public Levels levels() {
            return Samples.levels(name, place(kit), List.of());
          }
        };
    return FiguresKeeper.start(
        kit.system(),
        source,
        new RoomLoads(2),
        FiguresSettings.of(kit.system().settings().config()));
  }

  private static AllFigures gathered(ActorTestKit kit, ActorRef<FiguresKeeper.Gather> keeper) {
    var probe = kit.<AllFigures>createTestProbe();
    keeper.tell(new FiguresKeeper.Gather(probe.ref()));
    return probe.receiveMessage(PATIENCE);
  }

  private static String place(ActorTestKit kit) {
    var address = Cluster.get(kit.system()).selfMember().address();
    return address.host().get() + ":" + address.port().get();
  }

  private static String named(AllFigures all, String address) {
    return all.nodes().stream()
        .filter(node -> node.address().equals(address))
        .map(AllFigures.OfNode::figures)
        .map(figures -> figures == null ? "silent" : figures.node())
        .findFirst()
        .orElse("missing");
  }
}
