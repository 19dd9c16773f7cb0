package org.mmm.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded journal")
class EmbeddedJournalTest implements JournalContract {
  @TempDir Path temp;
  private @Nullable EmbeddedNode running;

  @Override
  public JournalNode start() {
    running = EmbeddedNode.start(temp.resolve("data"));
    return running.node();
  }

  @Override
  @AfterEach
  public void stop() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Test
  void countsEventsAndTimesWrites() {
    var node = start();
    await(node.write(node.notebook("anna"), "one", "two"));
    await(node.write(node.notebook("bruno"), "three"));

    var registry = running().registry();
    assertThat(registry.get("mmm.journal.events").counter().count()).isEqualTo(3);
    assertThat(registry.get("mmm.journal.write").timer().count()).isEqualTo(2);
    assertThat(registry.get("mmm.journal.write.failures").counter().count()).isZero();
  }

  @Test
  void saysThatItTakesWrites() {
    start();
    await(running().journal().probe());
    assertThat(running().journal().sweepBlobsAfter()).hasHours(24);
  }

  @Test
  void refusesASettingOutOfBounds() {
    assertThatThrownBy(
            () -> EmbeddedNode.start(temp.resolve("data"), "mmm.journal.write-timeout = 4s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mmm.journal.write-timeout", "PT4S", "PT3S");
  }

  private EmbeddedNode running() {
    return requireNonNull(running, "not started");
  }
}
