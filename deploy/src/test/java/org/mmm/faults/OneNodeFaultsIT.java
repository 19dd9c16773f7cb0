package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.story.NodeProcess;

@DisplayName("One node with the embedded journal, under load")
class OneNodeFaultsIT {
  /** Of Process Actions and reads. */
  private static final int ASKED_PER_SECOND = 200;

  /** Of Process Actions alone; below it nothing is proved. */
  private static final int LEAST_PER_SECOND = 100;

  private static final int KILLS = Integer.getInteger("mmm.kills", 3);

  @TempDir Path directory;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void losesNothingWhenItIsKilledStandsStillAndIsRestarted() throws Exception {
    long seed = Long.getLong("mmm.seed", System.nanoTime());
    List<String> users = Workload.users(8);
    Setting setting = Workload.setting(users, 2);
    Path world = directory.resolve("load.world.yaml");
    Files.writeString(world, WorldText.of(setting, users));
    Path data = directory.resolve("data");
    try (NodeProcess node = NodeProcess.start(data, "--world", world.toString())) {
      String operator = Files.readString(data.resolve("operator.token")).strip();
      Nodes nodes = new Nodes(List.of(node.url()), operator, Duration.ofSeconds(5));
      for (String user : users) nodes.signIn(user);
      nodes.signIn(Workload.LANDLORD);
      try (Driver driver = new Driver(nodes, new Workload(setting, users), seed)) {
        driver.start(ASKED_PER_SECOND);
        faults(node, driver);
        History history =
            new History(setting, driver.finish(), new Survey(nodes, setting, users).aftermath());
        Path file = Path.of("target", "one-node-faults.jsonl");
        HistoryFile.write(file, history);
        assertThat(Checker.broken(history))
            .as("seed %d, %d deeds in %s", seed, history.ops().size(), file.toAbsolutePath())
            .isEmpty();
        assertThat(history.ops().stream().filter(Op::unknown)).as("left unknown").isEmpty();
      }
    }
  }

  private static void faults(NodeProcess node, Driver driver) throws Exception {
    Load load = new Load(driver, LEAST_PER_SECOND);
    for (int i = 0; i < KILLS; i++) {
      load.reached();
      node.kill();
      node.restart();
    }
    load.reached();
    node.signal("STOP");
    TimeUnit.SECONDS.sleep(5); // that is the fault
    node.signal("CONT");
    load.reached();
    node.close();
    node.restart();
    load.reached();
  }
}
