package org.mmm.journal;

import com.typesafe.config.Config;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** The store that all nodes of a cluster share: a keyspace in a Cassandra. */
public final class CassandraStore implements Store {
  private final Config config;
  private final JournalSettings settings;
  private final CassandraSession session;
  private final String node;
  private final InstantSource clock;
  private final AccountKeys accountKeys;
  private final Blobs blobs;
  private final Checkpoints checkpoints;
  private final SharedStore shared;
  private final JournalSetup setup;

  private CassandraStore(
      Config config,
      JournalSettings settings,
      CassandraSettings cassandra,
      CassandraSession session,
      CassandraStoreRow row,
      AesGcm master,
      InstantSource clock,
      SecureRandom random,
      MeterRegistry registry) {
    this.config = config;
    this.settings = settings;
    this.session = session;
    this.node = config.hasPath("mmm.node.name") ? config.getString("mmm.node.name") : "node";
    this.clock = clock;
    this.accountKeys =
        new StoredAccountKeys(
            new CassandraKeyTable(session, settings.writeTimeout()),
            master,
            random,
            settings.maxCachedAccountKeys(),
            cassandra.accountKeysFreshFor(),
            clock);
    this.blobs =
        new CassandraBlobs(
            session, settings, clock, () -> new UUID(random.nextLong(), random.nextLong()));
    this.checkpoints = new CassandraCheckpoints(session, settings.writeTimeout(), clock);
    this.shared = new CassandraShared(session, row);
    this.setup = new JournalSetup(accountKeys, registry);
  }

  /**
   * Connects to the Cassandra that {@code mmm.journal.cassandra} names, and checks that the data in
   * it are those of this node's cluster.
   *
   * @param directory where the master key is, unless {@code mmm.journal.master-key-file} says
   *     another place
   * @param root a whole configuration, with {@code mmm.journal} in it
   * @param identity what all nodes on this keyspace must agree on
   * @param registry where writes are counted ({@code mmm.journal.events}, {@code
   *     mmm.journal.write.failures}) and timed ({@code mmm.journal.write})
   * @throws JournalException if Cassandra cannot be reached, has no tables of ours, was written
   *     with another identity, or if the master key is missing or wrong
   * @throws IllegalArgumentException if a setting is out of bounds
   */
  public static CassandraStore open(
      DataDirectory directory,
      Config root,
      StoreIdentity identity,
      InstantSource clock,
      SecureRandom random,
      MeterRegistry registry) {
    var settings = JournalSettings.of(root);
    var cassandra = CassandraSettings.of(root);
    var config = CassandraConfig.of(settings, cassandra).withFallback(root);
    var session = CassandraSession.open(config, cassandra);
    try {
      new CassandraSchema(session, cassandra).ensure();
      var row = new CassandraStoreRow(session, cassandra);
      row.check(identity);
      var keyFile = settings.masterKeyFile().orElseGet(directory::masterKey);
      var master = MasterKey.open(row, keyFile, random);
      return new CassandraStore(
          config, settings, cassandra, session, row, master, clock, random, registry);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public Config config() {
    return config;
  }

  @Override
  public JournalSetup setup() {
    return setup;
  }

  @Override
  public AccountKeys accountKeys() {
    return accountKeys;
  }

  @Override
  public Blobs blobs() {
    return blobs;
  }

  @Override
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  @Override
  public CompletionStage<Void> probe() {
    return session
        .submit(
            "probing the store",
            settings.writeTimeout(),
            () ->
                session.execute(
                    "INSERT INTO $.probes (node, probed) VALUES (?, ?)", node, clock.instant()))
        .thenAccept(written -> {});
  }

  @Override
  public void backup(Path zip) {
    throw new JournalException(
        "backup "
            + zip
            + " was not written: the journal is in Cassandra, which all nodes share; take a"
            + " snapshot there (nodetool snapshot), and keep the master key and the directory's"
            + " secrets with it",
        null);
  }

  @Override
  public Optional<SharedStore> shared() {
    return Optional.of(shared);
  }

  @Override
  public Duration sweepBlobsAfter() {
    return settings.sweepBlobsAfter();
  }

  /** Closes the connections. */
  @Override
  public void close() {
    session.close();
  }
}
