package org.mmm.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** A node on an embedded journal: everything from the lock of the directory to the actors. */
record EmbeddedNode(
    DataDirectory directory, EmbeddedJournal journal, JournalNode node, MeterRegistry registry)
    implements AutoCloseable {
  private static final Config TEST =
      ConfigFactory.parseString(
          """
          pekko.loglevel = WARNING
          pekko.coordinated-shutdown.exit-jvm = off
          pekko.coordinated-shutdown.run-by-actor-system-terminate = on
          mmm.serialization.roots {
            notebook-command = "org.mmm.journal.Notebook$Command"
            notebook-event = "org.mmm.journal.Notebook$Event"
            notebook-state = "org.mmm.journal.Notebook$Lines"
          }
          """);

  static Config config(String overrides) {
    return ConfigFactory.parseString(overrides)
        .withFallback(TEST)
        .withFallback(ConfigFactory.load());
  }

  static EmbeddedNode start(Path path) {
    return start(path, "");
  }

  static EmbeddedNode start(Path path, String overrides) {
    var registry = new SimpleMeterRegistry();
    var directory = DataDirectory.open(path);
    var journal =
        EmbeddedJournal.open(
            directory, config(overrides), InstantSource.system(), new SecureRandom(), registry);
    return new EmbeddedNode(
        directory, journal, JournalNode.start(journal.config(), journal.setup()), registry);
  }

  @Override
  public void close() {
    node.stop();
    journal.close();
    directory.close();
  }
}
