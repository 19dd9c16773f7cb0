package org.mmm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.local.NodeState.Phase;

@DisplayName("A node under supervision")
class LocalNodeTest {
  private static final String NOWHERE = "http://127.0.0.1:9";

  @Test
  void isStartedAgainAfterItWasPutOut() {
    LocalNode node = node("exit 75");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              node.step();
              return node.state().starts() == 2;
            });

    assertThat(node.state().lastExit()).isEqualTo(75);
  }

  @Test
  void isNotStartedAgainWhenItLeft() throws Exception {
    LocalNode node = node("exit 0");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              node.step();
              return node.phase() == Phase.STOPPED;
            });

    assertThat(node.step()).isEmpty();
    assertThat(node.state().starts()).isEqualTo(1);
    assertThat(node.state().lastExit()).isZero();
  }

  @Test
  void isNotStartedAgainWhenItsSettingsAreWrong() throws Exception {
    LocalNode node = node("exit 2");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              node.step();
              return node.phase() == Phase.FAILED;
            });

    assertThat(node.step()).isEmpty();
    assertThat(node.state().starts()).isEqualTo(1);
    assertThat(node.state().process()).isNull();
  }

  @Test
  void isStoppedAndStaysSo() throws Exception {
    LocalNode node = node("exec sleep 600");
    node.step();
    ProcessId process = Objects.requireNonNull(node.state().process());
    assertThat(process.lives()).isTrue();

    node.stop();

    assertThat(process.lives()).isFalse();
    node.step();
    assertThat(node.phase()).isEqualTo(Phase.STOPPED);
  }

  @Test
  void isNoOtherProcessOfTheSameNumber() throws Exception {
    Process process = process("exec sleep 600");
    try {
      ProcessId own = ProcessId.of(process.toHandle());
      ProcessId earlier =
          new ProcessId(own.pid(), own.started() - Duration.ofMinutes(1).toMillis());

      assertThat(earlier.lives()).isFalse();
      assertThat(earlier.kill()).isFalse();
      assertThat(own.lives()).isTrue();
    } finally {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static LocalNode node(String script) {
    return new LocalNode(1, NOWHERE, NOWHERE, "127.0.0.1:1", () -> process(script));
  }

  private static Process process(String script) {
    try {
      return new ProcessBuilder("sh", "-c", script).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
