package org.mmm.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;

/**
 * The directory of a cluster on this machine, readable by its owner only: data, logs, secrets, and
 * the files by which commands in other terminals speak with the supervisor.
 *
 * @param dir made at the first start
 */
public record ClusterFiles(Path dir) {
  private static final String ADD = "add";

  public ClusterFiles {
    dir = dir.toAbsolutePath().normalize();
  }

  /** What the supervisor last told; empty if none was ever started here. */
  public Optional<ClusterState> state() {
    try {
      return Optional.of(
          Json.mapper().readValue(Files.readString(stateFile()), ClusterState.class));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new Failure(
          ExitCode.FAILED, stateFile() + " cannot be understood; remove it and start again", e);
    } catch (IOException e) {
      throw cannot("read", stateFile(), e);
    }
  }

  /** Asks the supervisor for one more node. */
  public void requestAdd() {
    Path file = requests().resolve(ADD + "-" + UUID.randomUUID());
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw cannot("write", file, e);
    }
  }

  /** The log of what a supervisor in the background says. */
  public Path supervisorLog() {
    return dir.resolve("cluster.log");
  }

  /** The token of the operator of all nodes. */
  public Path operatorToken() {
    return dir.resolve("operator.token");
  }

  /** What a node writes to its output. */
  public Path nodeLog(int number) {
    return dir.resolve("node" + number + ".log");
  }

  /** What Cassandra writes to its output. */
  Path cassandraLog() {
    return dir.resolve("cassandra.log");
  }

  Path secrets() {
    return dir.resolve("secrets");
  }

  Path masterKey() {
    return dir.resolve("master.key");
  }

  Path node(int number) {
    return dir.resolve("node" + number);
  }

  Path cassandra() {
    return dir.resolve("cassandra");
  }

  /**
   * Where Cassandra unpacks libraries to, empty: what a killed one left there does not pile up. No
   * Cassandra may run on these data.
   */
  Path emptyScratch() {
    Path scratch = dir.resolve("tmp");
    try {
      if (Files.exists(scratch)) {
        try (Stream<Path> files = Files.walk(scratch)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw cannot("empty", scratch, e);
    }
  }

  /** Makes the directory. */
  public void make() {
    try {
      Files.createDirectories(
          dir, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createDirectories(requests());
    } catch (IOException e) {
      throw cannot("make", dir, e);
    }
  }

  /** How many nodes were asked for since the last call. */
  int takeAdds() {
    int taken = 0;
    try (Stream<Path> files = Files.list(requests())) {
      for (Path file : files.toList()) {
        boolean add = String.valueOf(file.getFileName()).startsWith(ADD);
        if (Files.deleteIfExists(file) && add) {
          taken++;
        }
      }
      return taken;
    } catch (IOException e) {
      throw cannot("read", requests(), e);
    }
  }

  void tell(ClusterState state) {
    Path draft = dir.resolve("cluster.json.new");
    try {
      Files.writeString(draft, Json.mapper().writeValueAsString(state) + "\n");
      Files.move(
          draft, stateFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannot("write", stateFile(), e);
    }
  }

  /** The last thing that a program of ours said in its log. */
  public static String lastWord(Path log, String otherwise) {
    try {
      List<String> said =
          Files.readAllLines(log).stream().filter(line -> line.startsWith("mmm: ")).toList();
      return said.isEmpty() ? otherwise : said.get(said.size() - 1).substring("mmm: ".length());
    } catch (IOException e) {
      return otherwise;
    }
  }

  private Path stateFile() {
    return dir.resolve("cluster.json");
  }

  private Path requests() {
    return dir.resolve("requests");
  }

  private static Failure cannot(String what, Path file, IOException e) {
    return new Failure(
        ExitCode.FAILED,
        "cannot " + what + " " + file + ": " + e + "; name another directory by --data",
        e);
  }
}
