package org.mmm.faults;

import java.time.Duration;
import java.util.List;
import org.mmm.story.LocalCluster;

/**
 * What befalls a cluster, by the name under which a schedule has it. Nodes come back afterwards.
 */
enum ClusterFault {
  /** kill -9 of any node. */
  KILL(field -> field.kill(field.any())),

  /** kill -9 of the node that has been there longest: it holds the singletons. */
  KILL_OLDEST(field -> field.kill(field.byAge().get(0))),

  /** kill -9 of two at once. Of three, the third is no majority, and ends with 75. */
  KILL_TWO(
      field -> {
        int first = field.any();
        field.kill(first, field.anyBut(first));
        if (field.size() == 3) field.survivorsAreDowned();
      }),

  /** A node stands still until the others have taken over, and goes on as if nothing were. */
  PAUSE_10(field -> field.pause(field.any(), Duration.ofSeconds(10))),

  /** The same, for longer. */
  PAUSE_20(field -> field.pause(field.any(), Duration.ofSeconds(20))),

  /** The node that took over is killed too, before the first one goes on. */
  PAUSE_AND_KILL_HEIR(
      field -> {
        int still = field.any();
        field.stop(still);
        field.passes(Duration.ofSeconds(10)); // until others have taken over
        field.kill(field.anyBut(still));
        field.goesOn(still);
      }),

  /** A node ends in order, and hands its entities over; in the middle another is killed. */
  KILL_DURING_HAND_OVER(
      field -> {
        int leaves = field.any();
        field.cluster().terminate(leaves);
        field.struck(leaves);
        field.passes(Duration.ofMillis(field.random().nextInt(1_500)));
        field.kill(field.anyBut(leaves));
      }),

  /** All shards of a node move away, and nobody who asks is to notice. */
  DRAIN(field -> field.drain(field.any(), "drain")),

  /** The same, of the node that holds the singletons. */
  DRAIN_OLDEST(field -> field.drain(field.byAge().get(0), "drain-oldest")),

  /** One node after the other is stopped in order, and comes back. */
  ROLLING_RESTART(
      field -> {
        LocalCluster cluster = field.cluster();
        for (int node : field.byAge()) {
          cluster.restart(node);
          field.struck(node);
        }
      }),

  /** Nobody can be heard of any more; Cassandra goes on. */
  KILL_ALL(field -> field.kill(field.byAge().stream().mapToInt(Integer::intValue).toArray())),

  /** Cassandra answers nothing for a while. */
  CASSANDRA_PAUSE_30(field -> field.pauseCassandra(Duration.ofSeconds(30))),

  /** The same, shorter. */
  CASSANDRA_PAUSE_12(field -> field.pauseCassandra(Duration.ofSeconds(12))),

  /** Cassandra is killed, and starts again on its data. */
  CASSANDRA_KILL(FaultField::killCassandra);

  /** What happens. */
  interface Strike {
    void strike(FaultField field) throws Exception;
  }

  private final Strike strike;

  ClusterFault(Strike strike) {
    this.strike = strike;
  }

  void strike(FaultField field) throws Exception {
    strike.strike(field);
  }

  /** By names, separated by commas. */
  static List<ClusterFault> schedule(String names) {
    return java.util.Arrays.stream(names.split(",")).map(ClusterFault::valueOf).toList();
  }
}
