package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The live Rooms of all nodes")
class RoomsKeeperTest {
  private final Kits nodes = new Kits();

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  @DisplayName(
      "are those that the others tell, as many as are wanted, and none of one that is silent")
  void gathers() {
    ActorTestKit first = nodes.node();
    ActorTestKit second = nodes.node();
    nodes.node();
    LiveLoads here = new LiveLoads(10, System::nanoTime);
    LiveLoads there = new LiveLoads(10, System::nanoTime);
    ActorRef<RoomsKeeper.Gather> keeper = keeper(first, here);
    keeper(second, there);
    here.begin("Hall").ticked(3);
    there.begin("Cave").ticked(1);
    there.begin("Garden").ticked(7);
    there.begin("Attic").ticked(7);
    await()
        .atMost(Kits.PATIENCE)
        .untilAsserted(
            () -> {
              AllRooms all = gathered(first, keeper, "a", 2);
              assertThat(all.byPlace()).containsOnlyKeys(Kits.place(first), Kits.place(second));
              RoomsHere told = told(all, second);
              assertThat(told.live()).isEqualTo(3);
              assertThat(told.matching()).isEqualTo(3);
              assertThat(told.busiest())
                  .extracting(LiveRoomFigures::room)
                  .containsExactly("Attic", "Garden");
              assertThat(told(all, first).watchers()).isEqualTo(3);
            });
    AllRooms none = gathered(first, keeper, "hal", 2);
    assertThat(told(none, second).matching()).isZero();
    assertThat(told(none, first).matching()).isEqualTo(1);
  }

  private static RoomsHere told(AllRooms all, ActorTestKit node) {
    RoomsHere told = all.byPlace().get(Kits.place(node));
    if (told == null) throw new AssertionError(node.system().address() + " told nothing");
    return told;
  }

  private static ActorRef<RoomsKeeper.Gather> keeper(ActorTestKit kit, LiveLoads loads) {
    var settings = FiguresSettings.of(kit.system().settings().config());
    return RoomsKeeper.start(kit.system(), Kits.place(kit), loads, settings);
  }

  private static AllRooms gathered(
      ActorTestKit kit, ActorRef<RoomsKeeper.Gather> keeper, String name, int atMost) {
    var probe = kit.<AllRooms>createTestProbe();
    keeper.tell(new RoomsKeeper.Gather(name, atMost, probe.ref()));
    return probe.receiveMessage(Kits.PATIENCE);
  }
}
