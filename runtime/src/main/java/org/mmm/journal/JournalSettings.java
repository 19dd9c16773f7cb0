package org.mmm.journal;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.mmm.settings.SettingRules;

/**
 * The settings under {@code mmm.journal}; what each means is said in {@code reference.conf}.
 *
 * @throws IllegalArgumentException if a value is out of its bounds; the message names the setting,
 *     the rule and the value
 */
record JournalSettings(
    Duration writeTimeout,
    Duration retryAfter,
    Duration statementTimeout,
    Duration recoveryTimeout,
    Duration requestTimeout,
    int maxWaitingWrites,
    int maxEventsPerWrite,
    int readers,
    int maxWaitingReads,
    Optional<Path> masterKeyFile,
    int maxCachedAccountKeys,
    long maxBlobSize,
    Duration sweepBlobsAfter,
    long maxRestoredSize) {

  private static final SettingRules RULES = new SettingRules("mmm.journal");

  JournalSettings {
    RULES.between("write-timeout", writeTimeout, Duration.ofMillis(100), Duration.ofSeconds(3));
    RULES.between("retry-after", retryAfter, Duration.ofMillis(10), Duration.ofMinutes(1));
    RULES.between("statement-timeout", statementTimeout, Duration.ofMillis(10), writeTimeout);
    RULES.between(
        "recovery-timeout", recoveryTimeout, Duration.ofMillis(100), Duration.ofMinutes(10));
    RULES.between("request-timeout", requestTimeout, writeTimeout, Duration.ofMinutes(10));
    RULES.between("max-waiting-writes", maxWaitingWrites, 100, 100_000);
    RULES.between("max-events-per-write", maxEventsPerWrite, 1, 10_000);
    RULES.between("readers", readers, 1, 64);
    RULES.between("max-waiting-reads", maxWaitingReads, 1, 100_000);
    RULES.between("max-cached-account-keys", maxCachedAccountKeys, 1, 1_000_000);
    RULES.bytesBetween("max-blob-size", maxBlobSize, 1, 1L << 30);
    RULES.between(
        "sweep-blobs-after", sweepBlobsAfter, Duration.ofMinutes(1), Duration.ofDays(3650));
    RULES.bytesBetween("max-restored-size", maxRestoredSize, 1, Long.MAX_VALUE);
  }

  /**
   * @param root a whole configuration, with {@code mmm.journal} in it
   */
  static JournalSettings of(Config root) {
    var journal = root.getConfig("mmm.journal");
    var keyFile = journal.getString("master-key-file");
    return new JournalSettings(
        journal.getDuration("write-timeout"),
        journal.getDuration("retry-after"),
        journal.getDuration("statement-timeout"),
        journal.getDuration("recovery-timeout"),
        journal.getDuration("request-timeout"),
        journal.getInt("max-waiting-writes"),
        journal.getInt("max-events-per-write"),
        journal.getInt("readers"),
        journal.getInt("max-waiting-reads"),
        keyFile.isEmpty() ? Optional.empty() : Optional.of(Path.of(keyFile)),
        journal.getInt("max-cached-account-keys"),
        journal.getBytes("max-blob-size"),
        journal.getDuration("sweep-blobs-after"),
        journal.getBytes("max-restored-size"));
  }
}
