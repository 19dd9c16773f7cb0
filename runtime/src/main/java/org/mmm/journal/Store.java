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
 * What a node keeps what it must not lose in: journal and snapshots for an actor system, blobs and
 * keys beside them. Open it before the actor system starts, close it after the actor system has
 * ended.
 */
public interface Store extends AutoCloseable {
  /**
   * Opens the store that {@code mmm.journal.kind} names.
   *
   * @param directory of this node; stays the caller's
   * @param root a whole configuration, with {@code mmm.journal} in it
   * @param identity what all nodes on this store must agree on
   * @param registry where writes are counted ({@code mmm.journal.events}, {@code
   *     mmm.journal.write.failures}) and timed ({@code mmm.journal.write})
   * @throws JournalException if the store cannot be had, is damaged or was written with something
   *     else
   * @throws IllegalArgumentException if a setting is out of bounds
   */
  static Store open(
      DataDirectory directory,
      Config root,
      StoreIdentity identity,
      InstantSource clock,
      SecureRandom random,
      MeterRegistry registry) {
    return switch (JournalKind.of(root)) {
      case EMBEDDED -> EmbeddedJournal.open(directory, root, clock, random, registry);
      case CASSANDRA -> CassandraStore.open(directory, root, identity, clock, random, registry);
    };
  }

  /**
   * The configuration to start the actor system with: the one given at opening, pointed at this
   * store.
   */
  Config config();

  /** What to start the actor system with besides its configuration. */
  JournalSetup setup();

  /** The keys under which personal data are sealed. */
  AccountKeys accountKeys();

  /** Item data too large for an event. */
  Blobs blobs();

  /** Where things stood in live Rooms. */
  Checkpoints checkpoints();

  /**
   * Succeeds if the store takes a write now; fails with {@link JournalException} otherwise. For
   * readiness.
   */
  CompletionStage<Void> probe();

  /**
   * Writes one file with everything a new node needs to go on from here, while this one runs. What
   * was acknowledged before the call is in it.
   *
   * @param zip a new file; it appears complete or not at all, readable by its owner only, because
   *     it holds the master key
   * @throws JournalException if the file exists or cannot be written, or if the store has a way of
   *     its own to be backed up
   */
  void backup(Path zip);

  /** What other nodes have in common with this one by this store; empty if it is one node's. */
  Optional<SharedStore> shared();

  /** How long Item data stay after their last use before {@link Blobs#sweep} should remove them. */
  Duration sweepBlobsAfter();

  @Override
  void close();
}
