package org.mmm.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.HttpTransport;
import org.mmm.node.Main;

@DisplayName("A node started as a child")
class NodeProcessTest {
  @TempDir Path temporary;
  private Distribution distribution;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void distribution() throws IOException {
    Path lib = Files.createDirectories(temporary.resolve("dist/lib"));
    String name = Main.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(lib.resolve("node.jar")));
        InputStream code = Main.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      Objects.requireNonNull(code).transferTo(jar);
    }
    distribution = Distribution.find(temporary.resolve("dist").toString(), Map.of());
  }

  @Test
  void answersWhenItIsReadyAndIsGoneWhenClosed() throws Exception {
    long pid;
    try (NodeProcess node = NodeProcess.start(distribution, options(null), said::add)) {
      pid = node.pid();
      assertThat(new HttpTransport(node.url()).send(ApiRequest.get("/health/ready", null)).ok())
          .isTrue();
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void isNotTakenForTheOneWhoseMarkLiesInTheDirectory() throws Exception {
    Path data = Files.createDirectories(temporary.resolve("data"));
    Files.writeString(data.resolve("node.json"), "{\"url\": \"http://127.0.0.1:1\", \"pid\": 1}");

    try (NodeProcess node = NodeProcess.start(distribution, options(null), said::add)) {
      assertThat(node.url().getPort()).isNotEqualTo(1);
    }
  }

  @Test
  void endsWithItsOwnCodeAndLineWhenItCannotStart() {
    assertThatThrownBy(
            () ->
                NodeProcess.start(
                    distribution, options(temporary.resolve("empty.yaml")), said::add))
        .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessage("the world file has no places; see the documentation of world files");
    assertThat(said).isEmpty();
  }

  @Test
  void needsADistribution() {
    assertThatThrownBy(() -> Distribution.find(null, Map.of()))
        .hasMessageContaining("MMM_HOME_DIST");
  }

  private NodeOptions options(@Nullable Path world) {
    return new NodeOptions(
        temporary.resolve("data"), 0, world, "open", List.of(), List.of(), Duration.ofSeconds(60));
  }
}
