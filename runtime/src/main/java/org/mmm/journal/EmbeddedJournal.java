package org.mmm.journal;

import com.typesafe.config.Config;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The store of one node, in one data directory: journal and snapshots for an actor system, blobs
 * and keys beside them. Open it before the actor system starts, close it after the actor system has
 * ended. The data directory stays the caller's.
 */
public final class EmbeddedJournal implements Store {
  private final Config root;
  private final JournalSettings settings;
  private final JournalDatabase database;
  private final Path masterKey;
  private final Path secrets;
  private final AccountKeys accountKeys;
  private final Blobs blobs;
  private final Checkpoints checkpoints;
  private final JournalSetup setup;

  private EmbeddedJournal(
      DataDirectory directory,
      Config root,
      JournalSettings settings,
      JournalDatabase database,
      InstantSource clock,
      SecureRandom random,
      MeterRegistry registry) {
    this.root = root;
    this.settings = settings;
    this.database = database;
    this.masterKey = settings.masterKeyFile().orElseGet(directory::masterKey);
    this.secrets = directory.secrets();
    var master = MasterKey.open(new StoredMasterKeyCheck(database), masterKey, random);
    this.accountKeys =
        new StoredAccountKeys(
            new StoredKeyTable(database, settings.statementTimeout()),
            master,
            random,
            settings.maxCachedAccountKeys());
    this.blobs = new StoredBlobs(database, settings, clock);
    this.checkpoints = new StoredCheckpoints(database, settings.writeTimeout());
    this.setup = new JournalSetup(accountKeys, registry, database);
  }

  /**
   * Opens the store, and makes it in an empty data directory.
   *
   * @param root a whole configuration, with {@code mmm.journal} in it
   * @param registry where writes are counted ({@code mmm.journal.events}, {@code
   *     mmm.journal.write.failures}) and timed ({@code mmm.journal.write})
   * @throws JournalException if the database is damaged, or the master key is missing or wrong
   * @throws IllegalArgumentException if a setting is out of bounds
   */
  public static EmbeddedJournal open(
      DataDirectory directory,
      Config root,
      InstantSource clock,
      SecureRandom random,
      MeterRegistry registry) {
    var settings = JournalSettings.of(root);
    var database = JournalDatabase.open(directory, settings);
    try {
      return new EmbeddedJournal(directory, root, settings, database, clock, random, registry);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * The configuration to start the actor system with: the one given at opening, pointed at this
   * store.
   */
  @Override
  public Config config() {
    return JournalConfig.embedded(settings).withFallback(root);
  }

  /** What to start the actor system with besides its configuration. */
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

  /**
   * Succeeds if the store takes a write now; fails with {@link JournalException} otherwise. For
   * readiness.
   */
  @Override
  public CompletionStage<Void> probe() {
    return database
        .write(
            "probing the store",
            settings.writeTimeout(),
            connection -> {
              try (var update =
                  connection.prepareStatement("UPDATE store SET probed = probed + 1")) {
                return update.executeUpdate();
              }
            })
        .thenAccept(written -> {});
  }

  /**
   * Writes one file with everything a new node needs to go on from here, while this one runs. What
   * was acknowledged before the call is in it.
   *
   * @param zip a new file; it appears complete or not at all, readable by its owner only, because
   *     it holds the master key and the keys that sign tokens
   * @throws JournalException if the file exists or cannot be written
   */
  @Override
  public void backup(Path zip) {
    Backup.write(database, masterKey, secrets, zip);
  }

  /**
   * Unpacks a backup into a directory that is missing or empty; a node is then started on it.
   *
   * @param root a whole configuration, with {@code mmm.journal} in it
   * @throws JournalException if the directory is not empty, or the file is not a backup of ours
   */
  public static void restore(Path zip, Path directory, Config root) {
    Restore.read(zip, directory, JournalSettings.of(root).maxRestoredSize());
  }

  @Override
  public Optional<SharedStore> shared() {
    return Optional.empty();
  }

  @Override
  public Duration sweepBlobsAfter() {
    return settings.sweepBlobsAfter();
  }

  /** Closes the database. */
  @Override
  public void close() {
    database.close();
  }
}
