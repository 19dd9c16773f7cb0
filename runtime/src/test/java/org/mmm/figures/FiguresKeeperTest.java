package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures of all nodes")
class FiguresKeeperTest {
  private final Kits nodes = new Kits();

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  @DisplayName("are those that the others tell, and a gap for a node that does not")
  void gathers() {
    ActorTestKit first = nodes.node();
    ActorTestKit second = nodes.node();
    ActorTestKit silent = nodes.node();
    ActorRef<FiguresKeeper.Gather> keeper = keeper(first, "node1");
    keeper(second, "node2");
    await()
        .atMost(Kits.PATIENCE)
        .untilAsserted(
            () -> {
              AllFigures all = gathered(first, keeper);
              assertThat(all.nodes())
                  .extracting(AllFigures.OfNode::address)
                  .containsExactlyInAnyOrder(
                      Kits.place(first), Kits.place(second), Kits.place(silent));
              assertThat(named(all, Kits.place(first))).isEqualTo("node1");
              assertThat(named(all, Kits.place(second))).isEqualTo("node2");
              assertThat(named(all, Kits.place(silent))).isEqualTo("silent");
            });
  }

  @Test
  @DisplayName("come to all who ask at the same time")
  void together() {
    ActorTestKit only = nodes.node();
    nodes.node();
    ActorRef<FiguresKeeper.Gather> keeper = keeper(only, "node1");
    var here = only.<AllFigures>createTestProbe();
    var there = only.<AllFigures>createTestProbe();
    keeper.tell(new FiguresKeeper.Gather(here.ref()));
    keeper.tell(new FiguresKeeper.Gather(there.ref()));
    AllFigures told = here.receiveMessage(Kits.PATIENCE);
    assertThat(named(told, Kits.place(only))).isEqualTo("node1");
    assertThat(there.receiveMessage(Kits.PATIENCE)).isEqualTo(told);
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
            return Samples.levels(name, Kits.place(kit), List.of());
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
    return probe.receiveMessage(Kits.PATIENCE);
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
