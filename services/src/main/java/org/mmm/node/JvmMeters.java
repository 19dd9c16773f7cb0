package org.mmm.node;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import org.mmm.figures.Figures;

/** What Java and the disk tell of this node: memory, threads, processor, garbage, free space. */
final class JvmMeters {
  private static final double MILLIS_IN_SECOND = 1e3;

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Path data;

  /**
   * @param data the data directory
   */
  JvmMeters(MeterRegistry registry, Path data) {
    this.data = data;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    FunctionCounter.builder("mmm.gc.collections", this, JvmMeters::collections)
        .description("Garbage collections")
        .register(registry);
    FunctionCounter.builder("mmm.gc.seconds", this, m -> m.collectionMillis() / MILLIS_IN_SECOND)
        .description("Time that garbage collection took")
        .register(registry);
    Gauge.builder("mmm.disk.free", this, m -> m.disk().free())
        .description("Free space on the disk of the data directory")
        .baseUnit("bytes")
        .strongReference(true)
        .register(registry);
    Gauge.builder("mmm.disk.size", this, m -> m.disk().size())
        .description("Size of the disk of the data directory")
        .baseUnit("bytes")
        .strongReference(true)
        .register(registry);
  }

  long collections() {
    return sum(GarbageCollectorMXBean::getCollectionCount);
  }

  long collectionMillis() {
    return sum(GarbageCollectorMXBean::getCollectionTime);
  }

  /** A disk that does not tell is shown with no size at all. */
  Figures.DiskFigures disk() {
    try {
      var store = Files.getFileStore(data);
      return new Figures.DiskFigures(store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException gone) {
      return new Figures.DiskFigures(0, 0);
    }
  }

  /** A collector that does not know says -1. */
  private long sum(ToLongFunction<GarbageCollectorMXBean> figure) {
    return collectors.stream().mapToLong(one -> Math.max(0, figure.applyAsLong(one))).sum();
  }
}
