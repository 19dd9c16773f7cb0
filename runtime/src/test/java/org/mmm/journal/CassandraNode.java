package org.mmm.journal;

import com.typesafe.config.Config;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/** A node on a Cassandra: everything from the lock of the directory to the actors. */
record CassandraNode(
    DataDirectory directory, Store store, JournalNode node, SimpleMeterRegistry registry)
    implements AutoCloseable {
  static final StoreIdentity IDENTITY = new StoreIdentity(100, 64);

  /** A keyspace that nobody has used. */
  static String newKeyspace() {
    return "test_" + HexFormat.of().toHexDigits(new SecureRandom().nextLong());
  }

  static String contactPoint() {
    var address = TestCassandra.address();
    return address.getHostString() + ":" + address.getPort();
  }

  /** Settings of a store whose tables are made when it is first opened. */
  static String settings(String keyspace, String contactPoint) {
    return """
    mmm.journal.kind = cassandra
    mmm.journal.cassandra.contact-points = "%s"
    mmm.journal.cassandra.keyspace = "%s"
    mmm.journal.cassandra.create-schema = dev
    """
        .formatted(contactPoint, keyspace);
  }

  /** Settings of a store whose tables must be there. */
  static Config strict(String keyspace, String overrides) {
    return EmbeddedNode.config(
        settings(keyspace, contactPoint())
            + "mmm.journal.cassandra.create-schema = off\n"
            + overrides);
  }

  static Store open(DataDirectory directory, Config config) {
    return open(directory, config, InstantSource.system());
  }

  static Store open(DataDirectory directory, Config config, InstantSource clock) {
    return Store.open(
        directory, config, IDENTITY, clock, new SecureRandom(), new SimpleMeterRegistry());
  }

  static CassandraNode start(Path path, String overrides) {
    var registry = new SimpleMeterRegistry();
    var directory = DataDirectory.open(path);
    var store =
        Store.open(
            directory,
            EmbeddedNode.config(overrides),
            IDENTITY,
            InstantSource.system(),
            new SecureRandom(),
            registry);
    return new CassandraNode(
        directory, store, JournalNode.start(store.config(), store.setup()), registry);
  }

  @Override
  public void close() {
    node.stop();
    store.close();
    directory.close();
  }
}
