package org.mmm.cassandra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.cassandra.service.CassandraDaemon;

/**
 * Starts one Cassandra in this process: {@code java -Xms512m -Xmx512m -XX:MaxDirectMemorySize=256m
 * -jar mmm-cassandra.jar --data DIR}. It is ready when its CQL port accepts connections; a signal
 * stops it.
 */
public final class Main {
  private Main() {}

  /**
   * Starts it, or ends with 2 for a command line that it does not understand.
   *
   * @param args see {@link Arguments#USAGE}
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments;
    try {
      arguments = Arguments.of(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println("mmm-cassandra: " + e.getMessage());
      System.exit(2);
      return;
    }
    if (arguments.tied()) endWithStarter();
    Files.createDirectories(arguments.data());
    Path yaml = arguments.data().resolve("cassandra.yaml");
    Files.writeString(yaml, Yaml.of(arguments));
    Path log = arguments.data().resolve("cassandra.log");
    System.setProperty("cassandra.config", yaml.toUri().toString());
    System.setProperty("cassandra.storagedir", arguments.data().toString());
    System.setProperty("mmm.cassandra.log", log.toString());
    System.setProperty(
        "logback.configurationFile",
        String.valueOf(Main.class.getResource("/org/mmm/cassandra/logback.xml")));
    System.setProperty("cassandra-foreground", "yes");
    System.setProperty("io.netty.tryReflectionSetAccessible", "true");
    // It is alone: there is nobody to wait for.
    System.setProperty("cassandra.skip_wait_for_gossip_to_settle", "0");
    System.setProperty("cassandra.ring_delay_ms", "0");
    System.setProperty("cassandra.superuser_setup_delay_ms", "0");
    System.setProperty("cassandra.unsafesystem", String.valueOf(arguments.scratch()));
    CassandraDaemon.main(args);
  }

  /** Standard input ends when the other end of the pipe does, however that process ended. */
  private static void endWithStarter() {
    var watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {}
              } catch (IOException e) {
                // An input that cannot be read has ended as well.
              }
              Runtime.getRuntime().halt(0);
            },
            "starter-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
