package org.mmm.node;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mmm.figures.ActionCounts;
import org.mmm.figures.Counts;
import org.mmm.figures.Figures;
import org.mmm.figures.FiguresSource;
import org.mmm.figures.Histogram;
import org.mmm.figures.Levels;
import org.mmm.figures.NodeState;
import org.mmm.figures.ShardTable;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;

/**
 * This node's figures, read where they are counted anyway: what {@code /metrics} shows and what
 * {@code mmm top} shows is the same.
 */
final class NodeFigures implements FiguresSource {
  /** What does not change while a node runs. */
  record Fixed(String name, String version, String settings, String journal) {}

  private final Fixed fixed;
  private final MeterRegistry registry;
  private final Ambient ambient;
  private final ActionCounts actions;
  private final RunningNode node;
  private final LeaseWatch lease;
  private final ClusterView cluster;
  private final ShardTable shards;
  private final DroppedMessages dropped;
  private final JvmMeters jvm;
  private final @Nullable Presence presence;

  NodeFigures(
      Fixed fixed,
      MeterRegistry registry,
      Ambient ambient,
      ActionCounts actions,
      RunningNode node,
      LeaseWatch lease,
      ClusterView cluster,
      ShardTable shards,
      DroppedMessages dropped,
      JvmMeters jvm,
      @Nullable Presence presence) {
    this.fixed = fixed;
    this.registry = registry;
    this.ambient = ambient;
    this.actions = actions;
    this.node = node;
    this.lease = lease;
    this.cluster = cluster;
    this.shards = shards;
    this.dropped = dropped;
    this.jvm = jvm;
    this.presence = presence;
  }

  /** Shows what is not in the registry yet. */
  void show() {
    gauge("mmm.lease.held", "1 if this node may write and acknowledge", () -> lease.held() ? 1 : 0);
    gauge(
        "mmm.lease.age.seconds",
        "How long the lease has been held, or missing",
        () -> (ambient.millis() - lease.since()) / 1e3);
    gauge(
        "mmm.store.silent.seconds",
        "How long ago the store that nodes share last took a word of this node",
        () -> silentMillis() / 1e3);
    for (Address.Kind kind : Address.Kind.values()) {
      Gauge.builder("mmm.entities", shards, table -> table.of(kind).entities())
          .description("Entities in memory")
          .tag("kind", kind.word())
          .strongReference(true)
          .register(registry);
      Gauge.builder("mmm.shards", shards, table -> table.of(kind).shards())
          .description("Shards on this node")
          .tag("kind", kind.word())
          .strongReference(true)
          .register(registry);
    }
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).strongReference(true).register(registry);
  }

  @Override
  public Counts counts() {
    lease.held(); // looked at each second, so that its age is true to about that
    return Counts.of(
        ambient.nanos(),
        actions,
        times("mmm.journal.write"),
        times("mmm.journal.read"),
        (long) count("mmm.journal.write.failures"),
        dropped.total(),
        jvm.collections(),
        jvm.collectionMillis());
  }

  @Override
  public Levels levels() {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Levels(
        fixed.name(),
        state(),
        Arrays.stream(Address.Kind.values()).map(this::kind).toList(),
        level("mmm.actions.in.flight"),
        fixed.journal(),
        level("mmm.journal.open") == 1,
        silentMillis(),
        level("mmm.journal.waiting"),
        new Figures.EdgeFigures(
            level("mmm.edge.sockets"),
            level("mmm.edge.frames.waiting"),
            level("mmm.edge.sessions")),
        heap.getUsed(),
        heap.getMax(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        cpu(),
        jvm.disk());
  }

  private NodeState state() {
    return new NodeState(
        cluster.self(),
        fixed.version(),
        fixed.settings(),
        ambient.millis(),
        node.notReady(),
        lease.held(),
        lease.since(),
        cluster.members(),
        cluster.unreachable(),
        presence == null ? List.of() : presence.living());
  }

  private Figures.KindFigures kind(Address.Kind kind) {
    ShardTable.Here here = shards.of(kind);
    Gauge deferred = registry.find("mmm.entities.deferred").tag("kind", kind.word()).gauge();
    return new Figures.KindFigures(
        kind.word(),
        here.entities(),
        here.shards(),
        deferred == null ? 0 : Math.max(0, (long) deferred.value()));
  }

  private long silentMillis() {
    return presence == null ? 0 : presence.silentMillis();
  }

  private double cpu() {
    Gauge gauge = registry.find("process.cpu.usage").gauge();
    return gauge == null || Double.isNaN(gauge.value()) ? -1 : gauge.value();
  }

  /** The edge is bound last: until then it has nothing open. */
  private long level(String name) {
    Gauge gauge = registry.find(name).gauge();
    return gauge == null || Double.isNaN(gauge.value()) ? 0 : (long) gauge.value();
  }

  private double count(String name) {
    Counter counter = registry.find(name).counter();
    return counter == null ? 0 : counter.count();
  }

  private Histogram times(String name) {
    Timer timer = registry.find(name).timer();
    if (timer == null) return Histogram.NONE;
    var snapshot = timer.takeSnapshot();
    var buckets =
        Arrays.stream(snapshot.histogramCounts())
            .filter(bucket -> Double.isFinite(bucket.bucket()))
            .toArray(CountAtBucket[]::new);
    long[] bounds = new long[buckets.length];
    long[] counts = new long[buckets.length + 1];
    long before = 0;
    for (int i = 0; i < buckets.length; i++) {
      bounds[i] = (long) buckets[i].bucket(TimeUnit.NANOSECONDS);
      long until = (long) buckets[i].count(); // of all buckets up to this
      counts[i] = until - before;
      before = until;
    }
    counts[buckets.length] = Math.max(0, snapshot.count() - before);
    return Histogram.of(bounds, counts);
  }
}
