package org.mmm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mmm.local.ClusterFiles;
import org.mmm.local.NodeState;

/** Two nodes on a Cassandra, as {@code mmm cluster} starts them. */
final class TwoNodes implements AutoCloseable {
  private static final long LIMIT_SECONDS = 240;

  private final Path program;
  private final Path directory;
  private final ClusterFiles files;

  private TwoNodes(Path distribution, Path directory) {
    this.program = distribution.resolve("bin/mmm");
    this.directory = directory;
    this.files = new ClusterFiles(directory.resolve("cluster"));
  }

  /** Starts them, and waits until both are ready. */
  static TwoNodes start(Path distribution, Path directory) throws Exception {
    TwoNodes nodes = new TwoNodes(distribution, directory);
    nodes.mmm(
        "cluster", "start", "--nodes", "2", "--port", "0", "--detach", "--data", nodes.data());
    return nodes;
  }

  NodeState node(int number) {
    return files.state().orElseThrow().node(number).orElseThrow();
  }

  String operatorToken() throws IOException {
    return Files.readString(files.operatorToken()).strip();
  }

  /** Performs a command, which must end well. */
  void mmm(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    Path said = Files.createTempFile(directory, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("MMM_HOME", directory.resolve("mmm").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    assertThat(process.exitValue()).as("%s%n%s", command, Files.readString(said)).isZero();
  }

  private String data() {
    return files.dir().toString();
  }

  @Override
  public void close() throws Exception {
    mmm("cluster", "stop", "--data", data());
  }
}
