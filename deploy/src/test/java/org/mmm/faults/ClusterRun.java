package org.mmm.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.mmm.story.LocalCluster;

/**
 * Faults, one after the other, on a local cluster under load. Its seed and its schedule repeat a
 * run: {@code -Dmmm.seed=N -Dmmm.faults=KILL,PAUSE_10}.
 */
final class ClusterRun implements AutoCloseable {
  private final String name;
  private final Ordeal.World world;
  private final Random random;
  private final LocalCluster cluster;
  private final Ordeal ordeal;

  private ClusterRun(String name, Ordeal.World world, LocalCluster cluster) throws Exception {
    this.name = name;
    this.world = world;
    this.random = world.random();
    this.cluster = cluster;
    this.ordeal = new Ordeal(name, world, cluster.urls(), cluster.operatorToken());
  }

  /** Starts a cluster from nothing, and the workload on it. */
  static ClusterRun start(String name, Path directory, int nodes) throws Exception {
    Ordeal.World world = Ordeal.World.drawn();
    String file = world.file(directory).toString();
    LocalCluster cluster = LocalCluster.start(directory, nodes, "--world", file);
    try {
      return new ClusterRun(name, world, cluster);
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
  }

  LocalCluster cluster() {
    return cluster;
  }

  Ordeal ordeal() {
    return ordeal;
  }

  /** One fault after the other, each under load, each until the cluster is whole again. */
  void suffers(List<ClusterFault> schedule) throws Exception {
    for (int i = 0; i < schedule.size(); i++) {
      try {
        suffers(schedule.get(i));
      } catch (Exception | AssertionError e) {
        String which = "fault " + (i + 1) + " of " + schedule;
        throw new AssertionError(
            name + ", seed " + world.seed() + ", at " + which + ": " + e.getMessage(), e);
      }
    }
  }

  private void suffers(ClusterFault fault) throws Exception {
    long before = ordeal.loaded();
    FaultField field = new FaultField(cluster, ordeal, random);
    long begin = System.nanoTime();
    fault.strike(field);
    ordeal.served(System.nanoTime());
    long served = System.nanoTime();
    for (int node : field.struck()) cluster.awaitReady(node, field.startsBefore(node) + 1);
    cluster.awaitAllReady();
    long whole = System.nanoTime();
    ordeal.suffered(
        new Incident(
            fault.name(),
            field.struck(),
            before,
            (served - begin) / 1_000_000,
            (whole - begin) / 1_000_000));
  }

  /** Ends the workload, under load still, and holds all of it against the promises. */
  History checked() throws Exception {
    ordeal.loaded();
    return ordeal.checked();
  }

  @Override
  public void close() throws Exception {
    ordeal.close();
    cluster.close();
  }
}
