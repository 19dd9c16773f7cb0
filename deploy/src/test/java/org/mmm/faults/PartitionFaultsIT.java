package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All nodes go on reaching Cassandra: that is the worst case. */
@DisplayName("Nodes that a broken network keeps apart, under load,")
class PartitionFaultsIT {
  @TempDir Path directory;

  @BeforeAll
  static void namespaces() throws Exception {
    Optional<String> hindrance = SplitNetwork.hindrance();
    hindrance.ifPresent(why -> System.out.println("NOT TESTED, partitions: " + why));
    Assumptions.assumeTrue(hindrance.isEmpty(), hindrance.orElse(""));
  }

  @Test
  @Tag("long")
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  @DisplayName("one of three: it stops itself, the others go on, and it comes back")
  void one() throws Exception {
    split("partition-one", 3, Set.of(1));
  }

  @Test
  @Tag("long")
  @Timeout(value = 25, unit = TimeUnit.MINUTES)
  @DisplayName("two of five: the minority stops itself, the majority goes on")
  void minority() throws Exception {
    split("partition-minority", 5, Set.of(1, 4));
  }

  private void split(String name, int count, Set<Integer> minority) throws Exception {
    Ordeal.World world = Ordeal.World.drawn();
    try (SplitCluster cluster = SplitCluster.start(directory, world.file(directory), count);
        Ordeal ordeal = new Ordeal(name, world, cluster.urls(), cluster.operatorToken())) {
      long before = ordeal.loaded();
      long begin = System.nanoTime();
      cluster.cutOff(minority);
      for (int node : minority) cluster.awaitDowned(node);
      long down = System.nanoTime();
      ordeal.served(down);
      long served = System.nanoTime();
      for (int node = 1; node <= count; node++) {
        assertThat(cluster.lives(node)).as("node " + node).isEqualTo(!minority.contains(node));
      }
      cluster.heal();
      for (int node : minority) cluster.launch(node);
      for (int node : minority) cluster.awaitReady(node);
      ordeal.figure("minority-stops-after-ms", (down - begin) / 1_000_000);
      ordeal.suffered(
          new Incident(
              "PARTITION",
              List.copyOf(minority),
              before,
              (served - begin) / 1_000_000,
              (System.nanoTime() - begin) / 1_000_000));
      ordeal.loaded();
      ordeal.checked();
    }
  }
}
