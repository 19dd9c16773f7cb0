package org.mmm.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The distribution, packed")
class PackagedIT {
  private static final Path DIST = Path.of(System.getProperty("mmm.dist"));
  private static final Path DEPLOY = Path.of(System.getProperty("mmm.root"), "deploy");

  @TempDir Path temp;

  @Test
  @DisplayName("unpacks to a directory with a version, which runs")
  void unpacksAndRuns() throws Exception {
    String name = "mmm-" + System.getProperty("mmm.version");
    Path archive = DIST.resolveSibling(name + ".tar.gz");
    var shell = new Shell(temp, Map.of());
    var unpacked = shell.run("tar", "-xzf", archive.toString(), "-C", temp.toString());
    assertThat(unpacked.exit()).as(unpacked.err()).isZero();
    Path home = temp.resolve(name);
    assertThat(home.resolve("conf/node.conf"))
        .hasSameTextualContentAs(DIST.resolve("conf/node.conf"));
    assertThat(home.resolve("lib/cassandra")).doesNotExist();
    assertThat(shell.run(home.resolve("bin/mmm").toString(), "--version").exit()).isZero();
  }

  @Test
  @DisplayName("has what the Dockerfile copies and starts")
  void fitsTheDockerfile() throws IOException {
    String dockerfile = Files.readString(DEPLOY.resolve("docker/Dockerfile"));
    var copies = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$").matcher(dockerfile);
    int copied = 0;
    for (; copies.find(); copied++) {
      var matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + copies.group(1).replaceAll("/$", ""));
      try (var files = Files.walk(DIST, 2)) {
        assertThat(files.map(DIST::relativize).anyMatch(matcher::matches))
            .as(copies.group())
            .isTrue();
      }
      assertThat(copies.group(2)).startsWith("/opt/mmm/");
    }
    assertThat(copied).isPositive();
    assertThat(dockerfile).contains("\"org.mmm.node.Main\"", "\"org.mmm.node.Health\"");
    assertThat(DEPLOY.resolve("../services/src/main/java/org/mmm/node/Health.java")).exists();
    assertThat(dockerfile).contains("\nUSER 10001:10001\n");
  }
}
