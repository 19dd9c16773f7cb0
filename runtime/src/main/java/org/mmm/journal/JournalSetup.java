package org.mmm.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.setup.Setup;
import org.jspecify.annotations.Nullable;

/**
 * What the journal needs inside an actor system that a configuration cannot carry. To be given at
 * its start: {@code ActorSystem.create(guardian, name, BootstrapSetup.create(config).and(setup))}.
 */
public final class JournalSetup extends Setup {
  private final AccountKeys accountKeys;
  private final JournalMeters meters;
  private final @Nullable JournalDatabase database;

  /**
   * @param accountKeys the keys of the store that this actor system writes to
   * @param registry where writes are counted and timed
   */
  public JournalSetup(AccountKeys accountKeys, MeterRegistry registry) {
    this(accountKeys, registry, null);
  }

  /**
   * @param database the one that events and snapshots are kept in, if they are kept embedded
   */
  JournalSetup(
      AccountKeys accountKeys, MeterRegistry registry, @Nullable JournalDatabase database) {
    this.accountKeys = accountKeys;
    this.meters = new JournalMeters(registry);
    this.database = database;
    if (database != null) meters.queue(database::waitingWrites);
  }

  static JournalMeters meters(ActorSystem system) {
    return given(system).meters;
  }

  static JournalDatabase database(ActorSystem system) {
    JournalDatabase database = given(system).database;
    if (database == null) throw new IllegalStateException("no embedded database was given");
    return database;
  }

  private static JournalSetup given(ActorSystem system) {
    return system
        .settings()
        .setup()
        .get(JournalSetup.class)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the actor system was started without the setup of its journal"));
  }

  /**
   * The keys given at start; without, keys in memory if the settings allow it, else keys that
   * refuse.
   */
  static AccountKeys accountKeys(ActorSystem system) {
    var given = system.settings().setup().get(JournalSetup.class).map(setup -> setup.accountKeys);
    if (given.isPresent()) {
      return given.get();
    }
    return system.settings().config().getBoolean("mmm.journal.volatile-account-keys")
        ? inMemory(new SecureRandom())
        : new NoAccountKeys();
  }

  /** Keys that live as long as this object: for tests and simulations. */
  public static AccountKeys inMemory(SecureRandom random) {
    return new StoredAccountKeys(
        new VolatileKeyTable(),
        new AesGcm(AesGcm.newKey(random), random),
        random,
        Integer.MAX_VALUE);
  }
}
