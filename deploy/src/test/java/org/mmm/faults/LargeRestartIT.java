package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.story.LocalCluster;

/** Takes many minutes: {@code mvn verify -Pfaults}. */
@Tag("long")
@DisplayName("Three nodes with many Processes and Rooms, all killed at once,")
class LargeRestartIT {
  /** With the Rooms as many statements as a world file may have. */
  private static final int PROCESSES = Integer.getInteger("mmm.processes", 9_500);

  private static final int ROOMS = 500;

  @TempDir Path directory;

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  @DisplayName("serve again before all of it is back in memory")
  void servesAgain() throws Exception {
    Path world = Files.writeString(directory.resolve("large.world.yaml"), world());
    try (LocalCluster cluster =
        LocalCluster.start(
            directory, 3, "--world", world.toString(), "--jvm", "-Dmmm.node.world-within=5m")) {
      Nodes nodes = new Nodes(cluster.urls(), cluster.operatorToken(), Duration.ofSeconds(2));
      nodes.signIn("User1");
      Random random = new Random(1);
      AtomicInteger letters = new AtomicInteger();
      assertThat(sends(nodes, letters.incrementAndGet(), random)).isTrue();

      long killed = System.nanoTime();
      cluster.killAll();
      await("the first Process Action to be served")
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> sends(nodes, letters.incrementAndGet(), random));
      long millis = (System.nanoTime() - killed) / 1_000_000;
      System.out.printf(
          "restart of all: %d Processes, %d Rooms, first action served after %d ms%n",
          PROCESSES, ROOMS, millis);
      Path report = FaultReport.history("large-restart").resolveSibling("large-restart.json");
      Files.writeString(
          report,
          String.format(
              "{\"processes\": %d, \"rooms\": %d, \"first-action-served-ms\": %d}%n",
              PROCESSES, ROOMS, millis));
      cluster.awaitAllReady();
      for (String place : List.of("Room1", "Room" + ROOMS)) {
        assertThat(nodes.reads("items/" + place, random).status()).as(place).isEqualTo(200);
      }
    }
  }

  private static boolean sends(Nodes nodes, int letter, Random random) throws InterruptedException {
    Deed deed = new Deed.Send("Letter" + letter, "User" + PROCESSES);
    try {
      return nodes.performs("User1", deed, "letter-" + letter, random).code().equals("Ack");
    } catch (IOException notThere) {
      return false;
    }
  }

  private static String world() {
    StringBuilder yaml = new StringBuilder("mInstance: MI1\nmEnvironment: ME1\nprocesses:\n");
    for (int i = 1; i <= PROCESSES; i++) {
      yaml.append("  - {id: User").append(i).append(", type: User, human: h").append(i);
      yaml.append("}\n");
    }
    yaml.append("places:\n");
    for (int i = 1; i <= ROOMS; i++) {
      yaml.append("  - {id: Room").append(i).append(", type: Room, side: 10}\n");
    }
    return yaml.toString();
  }
}
