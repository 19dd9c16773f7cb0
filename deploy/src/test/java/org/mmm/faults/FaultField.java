package org.mmm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.mmm.local.NodeState;
import org.mmm.local.ProcessId;
import org.mmm.story.LocalCluster;

/** A cluster while one fault befalls it: whom it strikes is drawn, and remembered. */
final class FaultField {
  /** A write whose end nobody knows is told within 3 s. */
  private static final Duration OUTLASTS_UNKNOWN = Duration.ofSeconds(8);

  private final LocalCluster cluster;
  private final Ordeal ordeal;
  private final Random random;
  private final List<Integer> struck = new ArrayList<>();
  private final List<NodeState> before;

  FaultField(LocalCluster cluster, Ordeal ordeal, Random random) {
    this.cluster = cluster;
    this.ordeal = ordeal;
    this.random = random;
    this.before = cluster.state().nodes();
  }

  LocalCluster cluster() {
    return cluster;
  }

  Random random() {
    return random;
  }

  /** Whom it struck so far, in that order. */
  List<Integer> struck() {
    return List.copyOf(struck);
  }

  void struck(int node) {
    struck.add(node);
  }

  /** Of how many nodes. */
  int size() {
    return before.size();
  }

  int any() {
    return before.get(random.nextInt(before.size())).number();
  }

  int anyBut(int other) {
    List<NodeState> rest = before.stream().filter(n -> n.number() != other).toList();
    return rest.get(random.nextInt(rest.size())).number();
  }

  /** The nodes, who has lived longest first. */
  List<Integer> byAge() {
    return before.stream()
        .sorted(Comparator.comparingLong(n -> process(n).started()))
        .map(NodeState::number)
        .toList();
  }

  void kill(int... nodes) {
    cluster.kill(nodes);
    for (int node : nodes) struck(node);
  }

  void stop(int node) throws Exception {
    cluster.pause(node);
    struck(node);
  }

  void goesOn(int node) throws Exception {
    cluster.resume(node);
  }

  void pause(int node, Duration howLong) throws Exception {
    stop(node);
    passes(howLong);
    goesOn(node);
  }

  /** Cassandra stands still for so long. */
  void pauseCassandra(Duration howLong) throws Exception {
    withoutJournal(
        () -> {
          cluster.pauseCassandra();
          passes(howLong);
          cluster.resumeCassandra();
        });
  }

  /** Cassandra is killed, and comes back on its data. */
  void killCassandra() throws Exception {
    withoutJournal(
        () -> {
          cluster.killCassandra();
          cluster.awaitCassandra();
        });
  }

  /**
   * All shards of a node move to the others, while each single request is noted.
   *
   * @param figures how the names of its figures begin
   */
  void drain(int node, String figures) throws Exception {
    ordeal.patience(OUTLASTS_UNKNOWN);
    ordeal.attempts().begin();
    cluster.drain(node);
    List<Attempts.Attempt> asked = ordeal.attempts().end();
    ordeal.patience(Ordeal.PATIENCE);
    cluster.undrain(node);
    Pauses.of(asked).figures().forEach((what, value) -> ordeal.figure(figures + "-" + what, value));
    assertThat(asked).as("asked while node %d was drained", node).isNotEmpty();
    assertThat(asked)
        .as("asked while node %d was drained, and not served", node)
        .noneMatch(a -> a.status() == 0 || a.status() >= 500);
  }

  /** What has to happen between the loss of the journal and its return. */
  private interface Loss {
    void happens() throws Exception;
  }

  /** Nobody is told that anything was done while it was not, nor is left without an answer. */
  private void withoutJournal(Loss loss) throws Exception {
    ordeal.patience(OUTLASTS_UNKNOWN);
    ordeal.attempts().begin();
    long gone = System.nanoTime();
    loss.happens();
    long back = System.nanoTime();
    ordeal.served(back);
    ordeal.figure("journal-back-full-service-ms", (System.nanoTime() - back) / 1_000_000);
    Outage outage = Outage.of(ordeal.attempts().end(), gone, back);
    outage.figures().forEach(ordeal::figure);
    ordeal.patience(Ordeal.PATIENCE);
    assertThat(outage.during()).as("asked while the journal was away").isNotEmpty();
    assertThat(outage.wrong()).as("said while the journal was away").isEmpty();
  }

  /** How long something lasts is part of the fault. */
  void passes(Duration howLong) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(howLong.toNanos());
  }

  /** Whoever was not struck is left alone by a majority, stops itself, and says so. */
  void survivorsAreDowned() {
    for (NodeState node : before) {
      if (struck.contains(node.number())) continue;
      cluster.awaitDowned(node.number(), node.starts());
      struck(node.number());
    }
  }

  /** How often that node had been started before. */
  int startsBefore(int node) {
    return before.stream().filter(n -> n.number() == node).findFirst().orElseThrow().starts();
  }

  private static ProcessId process(NodeState node) {
    return Objects.requireNonNull(node.process(), node.name() + " does not run");
  }
}
