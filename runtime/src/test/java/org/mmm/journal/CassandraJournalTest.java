package org.mmm.journal;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The journal in Cassandra")
class CassandraJournalTest implements JournalContract {
  /** Of all tests too: the master key is in it. */
  @TempDir static Path temp;

  /** One for all, because to make its tables takes a small Cassandra long. */
  private static final String KEYSPACE = CassandraNode.newKeyspace();

  private @Nullable StallingProxy proxy;
  private @Nullable CassandraNode running;

  @BeforeEach
  void openTheWay() throws IOException {
    proxy = new StallingProxy(TestCassandra.address());
  }

  @Override
  public JournalNode start() {
    running =
        CassandraNode.start(
            temp.resolve("data"), CassandraNode.settings(KEYSPACE, way().contactPoint()));
    return running.node();
  }

  @Override
  public void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @AfterEach
  void closeTheWay() throws IOException {
    stop();
    way().close();
  }

  @Override
  public Store store() {
    return requireNonNull(running, "not started").store();
  }

  @Override
  public MeterRegistry registry() {
    return requireNonNull(running, "not started").registry();
  }

  @Override
  public AutoCloseable hang() {
    return way().stall();
  }

  private StallingProxy way() {
    return requireNonNull(proxy, "not open");
  }
}
