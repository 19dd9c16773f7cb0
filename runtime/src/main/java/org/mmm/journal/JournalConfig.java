package org.mmm.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Pekko configuration that keeps events and snapshots in the embedded database. */
final class JournalConfig {
  private static final String EVENTS = "mmm-embedded-events";
  private static final String SNAPSHOTS = "mmm-embedded-snapshots";
  private static final String READING = "mmm-embedded-reading";
  private static final String DISPATCHER =
      "pekko.persistence.dispatchers.default-plugin-dispatcher";

  private JournalConfig() {}

  /** To be merged over everything else. */
  static Config embedded(JournalSettings settings) {
    var values = new LinkedHashMap<String, Object>();
    var recovery = millis(settings.recoveryTimeout());
    plugin(values, EVENTS, "pekko.persistence.journal.plugin", EmbeddedEvents.class);
    // One failure is enough: whoever comes next is refused at once instead of waiting for the
    // same broken disk.
    breaker(values, EVENTS, 1, settings.writeTimeout(), settings);
    // The default discards events of an "old" writer, which may have been acknowledged.
    values.put(EVENTS + ".replay-filter.mode", "fail");
    values.put(EVENTS + ".recovery-event-timeout", recovery);
    values.put(EVENTS + ".write-timeout", millis(settings.writeTimeout()));

    plugin(values, SNAPSHOTS, "pekko.persistence.snapshot-store.plugin", EmbeddedSnapshots.class);
    // Reading a snapshot answers nobody within 3 s, and a node that starts cold reads many at once.
    breaker(values, SNAPSHOTS, 5, settings.recoveryTimeout(), settings);
    values.put(SNAPSHOTS + ".timeout", recovery);

    plugin(values, READING, "mmm.journal.read-plugin", EmbeddedReadJournalProvider.class);
    values.put(READING + ".timeout", recovery);
    return ConfigFactory.parseMap(values, "embedded journal");
  }

  private static void plugin(
      Map<String, Object> values, String name, String setting, Class<?> plugin) {
    values.put(setting, name);
    values.put(name + ".class", plugin.getName());
    values.put(name + ".plugin-dispatcher", DISPATCHER);
  }

  private static void breaker(
      Map<String, Object> values,
      String plugin,
      int failures,
      Duration timeout,
      JournalSettings settings) {
    values.put(plugin + ".circuit-breaker.max-failures", failures);
    values.put(plugin + ".circuit-breaker.call-timeout", millis(timeout));
    values.put(plugin + ".circuit-breaker.reset-timeout", millis(settings.retryAfter()));
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
