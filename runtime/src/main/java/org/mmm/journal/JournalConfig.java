package org.mmm.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Pekko configuration that puts journal and snapshots into a data directory. */
public final class JournalConfig {
  private static final String DATABASE = "pekko-persistence-jdbc.shared-databases.mmm.";

  private JournalConfig() {}

  /**
   * As {@link #embedded(DataDirectory, Config)}, with the settings of this process (files, system
   * properties, environment).
   */
  public static Config embedded(DataDirectory directory) {
    return embedded(directory, ConfigFactory.load());
  }

  /**
   * The overrides that make an actor system keep its events and snapshots in {@code directory}; to
   * be merged over everything else.
   *
   * @param root the whole configuration, from which {@code mmm.journal} is read
   * @throws IllegalArgumentException if one of these settings is out of bounds
   */
  public static Config embedded(DataDirectory directory, Config root) {
    var settings = JournalSettings.of(root);
    var values = new LinkedHashMap<String, Object>();
    plugins(values, settings);
    database(values, settings, H2Url.of(directory, settings));
    return ConfigFactory.parseMap(values, "embedded journal")
        .resolve(ConfigResolveOptions.noSystem());
  }

  private static void plugins(Map<String, Object> values, JournalSettings settings) {
    values.put("pekko.persistence.journal.plugin", "jdbc-journal");
    values.put("pekko.persistence.snapshot-store.plugin", "jdbc-snapshot-store");
    for (var plugin : new String[] {"jdbc-journal", "jdbc-snapshot-store"}) {
      values.put(plugin + ".use-shared-db", "mmm");
      // One failure is enough: whoever comes next is refused at once instead of waiting for the
      // same broken disk.
      values.put(plugin + ".circuit-breaker.max-failures", 1);
      values.put(plugin + ".circuit-breaker.call-timeout", millis(settings.writeTimeout()));
      values.put(plugin + ".circuit-breaker.reset-timeout", millis(settings.retryAfter()));
    }
    // Reading a snapshot answers nobody within 3 s, and a node that starts cold reads many at once.
    values.put("jdbc-snapshot-store.circuit-breaker.max-failures", 5);
    values.put(
        "jdbc-snapshot-store.circuit-breaker.call-timeout", millis(settings.recoveryTimeout()));
    values.put("jdbc-read-journal.use-shared-db", "mmm");
    values.put("jdbc-journal.dao", MeteredJournalDao.class.getName());
    // The plugin's default discards events of an "old" writer, which may have been acknowledged.
    values.put("jdbc-journal.replay-filter.mode", "fail");
    values.put("jdbc-journal.recovery-event-timeout", millis(settings.recoveryTimeout()));
    values.put("jdbc-journal.bufferSize", settings.maxWaitingWrites());
    values.put("jdbc-journal.batchSize", settings.maxEventsPerWrite());
    // One write at a time: whatever arrives meanwhile shares the next one. More in parallel only
    // make the groups smaller.
    values.put("jdbc-journal.parallelism", 1);
  }

  private static void database(Map<String, Object> values, JournalSettings settings, String url) {
    values.put(DATABASE + "profile", "slick.jdbc.H2Profile$");
    values.put(DATABASE + "db.driver", "org.h2.Driver");
    values.put(DATABASE + "db.url", url);
    values.put(DATABASE + "db.user", H2Url.USER);
    values.put(DATABASE + "db.password", "");
    values.put(DATABASE + "db.connectionPool", "HikariCP");
    values.put(DATABASE + "db.poolName", "mmm-journal");
    values.put(DATABASE + "db.numThreads", settings.connections());
    values.put(DATABASE + "db.maxConnections", settings.connections());
    values.put(DATABASE + "db.minConnections", settings.connections());
    values.put(DATABASE + "db.queueSize", settings.maxWaitingWrites());
    values.put(DATABASE + "db.connectionTimeout", millis(settings.statementTimeout()));
    values.put(DATABASE + "db.validationTimeout", millis(settings.statementTimeout()));
    // Connections inside a process do not wear out, and the database does not need one to stay
    // open.
    values.put(DATABASE + "db.idleTimeout", 0);
    values.put(DATABASE + "db.maxLifetime", 0);
    values.put(DATABASE + "db.keepAliveConnection", false);
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
