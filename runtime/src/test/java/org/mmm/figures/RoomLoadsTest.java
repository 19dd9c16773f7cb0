package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.figures.RoomLoads.Load;

@DisplayName("The load of Rooms")
class RoomLoadsTest {
  private final RoomLoads loads = new RoomLoads(3);
  private final Runnable hall = loads.of("Hall");
  private final Runnable cave = loads.of("Cave");

  @Test
  @DisplayName("names the busiest first, and no more than are wanted")
  void busiest() {
    get(hall, 2);
    get(cave, 5);
    loads.of("Empty");
    assertThat(loads.busiest(10)).containsExactly(new Load("Cave", 5), new Load("Hall", 2));
    assertThat(loads.busiest(1)).containsExactly(new Load("Cave", 5));
  }

  @Test
  @DisplayName("forgets what is older than the window, and comes back with the next message")
  void slides() {
    get(hall, 4);
    loads.turn();
    get(hall, 1);
    loads.turn();
    loads.turn();
    assertThat(loads.busiest(10)).containsExactly(new Load("Hall", 5));
    loads.turn();
    assertThat(loads.busiest(10)).containsExactly(new Load("Hall", 1));
    loads.turn();
    assertThat(loads.busiest(10)).isEmpty();
    get(hall, 1);
    assertThat(loads.busiest(10)).containsExactly(new Load("Hall", 1));
  }

  private static void get(Runnable room, int messages) {
    for (int i = 0; i < messages; i++) room.run();
  }
}
