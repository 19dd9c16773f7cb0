package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A node that cannot start as it is told to")
class TogetherTest {
  @TempDir Path directory;

  @Test
  @DisplayName("with seeds, is told that an embedded journal is one node's")
  void seedsNeedASharedJournal() {
    refused("--seeds", "127.0.0.1:25520", "--cluster-port", "25521")
        .hasMessageContainingAll("embedded", "--journal cassandra", "--seeds");
  }

  @Test
  @DisplayName("without seeds, needs the roles of an M-Instance")
  void aLoneNodeDoesAll() {
    refused("--roles", "edge,process")
        .hasMessageContainingAll("process and room", "[edge, process]", "--seeds");
  }

  @Test
  @DisplayName("names the key that does not exist, and the nearest one")
  void unknownKeys() throws IOException {
    Path config = directory.resolve("node.conf");
    Files.writeString(config, "mmm.edge.body-atmost = 1 KiB\n");
    refused("--config", config.toString())
        .hasMessageContainingAll("mmm.edge.body-atmost", "mmm.edge.body-at-most");
  }

  @Test
  @DisplayName("takes every key that has a default")
  void knownKeys() throws IOException {
    Path config = directory.resolve("node.conf");
    Files.writeString(
        config,
        "mmm { edge.tls.certificate = \"\", cluster.lease = 3s, node.secrets-file = \"\" }\n"
            + "mmm.serialization.roots { some-word = \"org.mmm.some.Word\" }\n");
    var words = List.of("--data", "d", "--config", config.toString(), "--name", "n7");
    var all = Settings.of(Arguments.of(words));
    assertThat(all.getString("mmm.node.name")).isEqualTo("n7");
    assertThat(all.getString("mmm.cluster.lease")).isEqualTo("3s");
  }

  @Test
  @DisplayName("is told which port is none")
  void ports() {
    refused("--cluster-port", "70000").hasMessageContainingAll("--cluster-port", "70000");
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
      String... words) {
    List<String> all =
        new ArrayList<>(List.of("--data", directory.resolve("data").toString(), "--port", "0"));
    all.addAll(List.of(words));
    return assertThatThrownBy(() -> Node.start(all))
        .isInstanceOf(NodeFailure.class)
        .hasMessageNotContaining("\n")
        .extracting(e -> (Throwable) e, org.assertj.core.api.InstanceOfAssertFactories.THROWABLE);
  }
}
