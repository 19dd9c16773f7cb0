package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The acceptance scripts, against a real node")
class ScriptsIT {
  private static final String EXAMPLES =
      Path.of(System.getProperty("mmm.root", ".."), "client-cli", "examples").toString();
  private static final int FOUR = 4;

  @TempDir Path directory;

  @Test
  void phase0OfThePaperAgainAndAgainAndFourAtOnce() throws Exception {
    try (NodeProcess node = NodeProcess.start(directory.resolve("data"))) {
      for (int i = 0; i < 3; i++) performs(node, "phase0.mmm", "one");
      ExecutorService people = Executors.newFixedThreadPool(FOUR);
      try {
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < FOUR; i++) {
          String home = "together-" + i;
          runs.add(people.submit(() -> performs(node, "phase0.mmm", home)));
        }
        for (Future<?> run : runs) run.get();
      } finally {
        people.shutdownNow();
      }
    }
  }

  @Test
  void friendsMeet() throws Exception {
    try (NodeProcess node =
        NodeProcess.start(directory.resolve("data"), "--world", "friends-meet")) {
      performs(node, "friends-meet.mmm", "friends");
    }
  }

  private Void performs(NodeProcess node, String script, String home) throws Exception {
    Cli.Outcome run =
        new Cli(directory.resolve(home))
            .json("run", Path.of(EXAMPLES, script).toString(), "--url", node.url());
    assertThat(run.exit()).as("%s%n%s", run.rows(), run.err()).isZero();
    var last = run.rows().get(run.rows().size() - 1);
    assertThat(last.path("failed").asInt(-1)).isZero();
    assertThat(last.path("passed").asInt()).isGreaterThan(20);
    assertThat(run.rows().get(0).fieldNames())
        .toIterable()
        .contains("line", "sentence", "process", "action", "status", "millis");
    return null;
  }
}
