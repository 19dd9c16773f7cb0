package org.mmm.journal;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** A process that opens the journal of a data directory, and keeps it until it is killed. */
final class JournalHolder {
  private JournalHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (var directory = DataDirectory.open(Path.of(arguments[0]));
        var journal =
            EmbeddedJournal.open(
                directory,
                ConfigFactory.load(),
                InstantSource.system(),
                new SecureRandom(),
                new SimpleMeterRegistry())) {
      System.out.println("open " + journal.sweepBlobsAfter());
      System.in.read();
    }
  }
}
