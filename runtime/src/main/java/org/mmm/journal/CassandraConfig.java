package org.mmm.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Pekko and driver configuration that puts journal and snapshots into a Cassandra. */
final class CassandraConfig {
  /** Where the driver's own settings are, for our session and for those of the plugin. */
  static final String DRIVER = "datastax-java-driver";

  private static final String PLUGIN = "pekko.persistence.cassandra.";
  private static final int LONGEST_PASSWORD = 4096;

  private CassandraConfig() {}

  /**
   * The overrides that make an actor system keep its events and snapshots in this Cassandra; to be
   * merged over everything else.
   *
   * @throws JournalException if the password cannot be read
   */
  static Config of(JournalSettings journal, CassandraSettings cassandra) {
    var values = new LinkedHashMap<String, Object>();
    plugins(values, journal, cassandra);
    driver(values, journal, cassandra);
    return ConfigFactory.parseMap(values, "cassandra journal");
  }

  private static void plugins(
      Map<String, Object> values, JournalSettings journal, CassandraSettings cassandra) {
    values.put("pekko.persistence.journal.plugin", PLUGIN + "journal");
    values.put("pekko.persistence.snapshot-store.plugin", PLUGIN + "snapshot");
    values.put("mmm.journal.read-plugin", PLUGIN + "query");
    for (var plugin : new String[] {"journal", "snapshot"}) {
      values.put(PLUGIN + plugin + ".keyspace", cassandra.keyspace());
      values.put(PLUGIN + plugin + ".keyspace-autocreate", false);
      values.put(PLUGIN + plugin + ".tables-autocreate", false);
    }
    values.put(PLUGIN + "journal.class", MeteredCassandraJournal.class.getName());
    values.put(PLUGIN + "journal.target-partition-size", cassandra.partitionSize());
    values.put(PLUGIN + "journal.max-message-batch-size", journal.maxEventsPerWrite());
    // Events are never deleted, so no recovery has to ask up to where they were.
    values.put(PLUGIN + "journal.support-deletes", false);
    // The plugin's default discards events of an "old" writer, which may have been acknowledged.
    values.put(PLUGIN + "journal.replay-filter.mode", "fail");
    values.put(PLUGIN + "journal.recovery-event-timeout", millis(journal.recoveryTimeout()));
    // One failure is enough: whoever comes next is refused at once instead of waiting for the same
    // missing Cassandra.
    values.put(PLUGIN + "journal.circuit-breaker.max-failures", 1);
    values.put(PLUGIN + "journal.circuit-breaker.call-timeout", millis(journal.writeTimeout()));
    values.put(PLUGIN + "journal.circuit-breaker.reset-timeout", millis(journal.retryAfter()));
    // Reading a snapshot answers nobody within 3 s, and a node that starts cold reads many at once.
    values.put(PLUGIN + "snapshot.circuit-breaker.max-failures", 5);
    values.put(PLUGIN + "snapshot.circuit-breaker.call-timeout", millis(journal.recoveryTimeout()));
    values.put(PLUGIN + "snapshot.circuit-breaker.reset-timeout", millis(journal.retryAfter()));
    // Nothing of ours depends on tags, whose table would be one more write for each event.
    values.put(PLUGIN + "events-by-tag.enabled", false);
  }

  private static void driver(
      Map<String, Object> values, JournalSettings journal, CassandraSettings cassandra) {
    put(values, "basic.contact-points", cassandra.contactPoints());
    put(values, "basic.load-balancing-policy.local-datacenter", cassandra.localDatacenter());
    put(values, "basic.request.timeout", millis(journal.statementTimeout()));
    put(values, "basic.request.consistency", cassandra.consistency());
    put(values, "basic.request.serial-consistency", cassandra.serialConsistency());
    // Names are looked up again at each connection: a node may come back with another address.
    put(values, "advanced.resolve-contact-points", false);
    put(values, "advanced.reconnect-on-init", true);
    // It is tried once a second; that it cannot be had is said once, by who waits for it.
    put(values, "advanced.connection.warn-on-init-error", false);
    // The driver's default grows to a minute, in which a Cassandra that is back is not noticed.
    put(values, "advanced.reconnection-policy.base-delay", "500ms");
    put(values, "advanced.reconnection-policy.max-delay", "1s");
    put(values, "advanced.connection.pool.local.size", cassandra.connections());
    put(values, "advanced.connection.connect-timeout", millis(journal.statementTimeout()));
    // A connection that is cut without a word is given up after as long as a statement.
    put(values, "advanced.heartbeat.interval", "5s");
    put(values, "advanced.heartbeat.timeout", millis(journal.statementTimeout()));
    // Two seconds of silence before its threads end are of no use to a node that stops.
    for (var group : new String[] {"io-group", "admin-group"}) {
      put(values, "advanced.netty." + group + ".shutdown.quiet-period", 0);
    }
    put(values, "advanced.throttler.class", "ConcurrencyLimitingRequestThrottler");
    put(values, "advanced.throttler.max-concurrent-requests", cassandra.maxConcurrentRequests());
    put(values, "advanced.throttler.max-queue-size", journal.maxWaitingWrites());
    cassandra.user().ifPresent(user -> authentication(values, user, cassandra));
    for (var profile : new String[] {"", "snapshot-"}) {
      var requests = "profiles.pekko-persistence-cassandra-" + profile + "profile.basic.request.";
      put(values, requests + "consistency", cassandra.consistency());
      // An event has at most 1 MiB: so much is in memory for each entity that recovers.
      put(values, requests + "page-size", 100);
    }
    put(
        values,
        "profiles.pekko-persistence-cassandra-snapshot-profile.basic.request.timeout",
        millis(journal.recoveryTimeout()));
  }

  private static void authentication(
      Map<String, Object> values, String user, CassandraSettings cassandra) {
    put(values, "advanced.auth-provider.class", "PlainTextAuthProvider");
    put(values, "advanced.auth-provider.username", user);
    put(
        values,
        "advanced.auth-provider.password",
        password(cassandra.passwordFile().orElseThrow()));
  }

  private static String password(Path file) {
    try {
      if (Files.size(file) > LONGEST_PASSWORD) {
        throw new IOException("longer than " + LONGEST_PASSWORD + " bytes");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new JournalException(
          "the password of Cassandra cannot be read from "
              + file
              + ": "
              + e
              + "; name its file (mmm.journal.cassandra.password-file,"
              + " MMM_CASSANDRA_PASSWORD_FILE)",
          e);
    }
  }

  private static void put(Map<String, Object> values, String key, Object value) {
    values.put(DRIVER + "." + key, value);
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
