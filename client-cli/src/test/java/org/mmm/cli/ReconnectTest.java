package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

@DisplayName("A command that goes on by itself")
class ReconnectTest {
  private static final Failure AWAY = new Failure(ExitCode.UNAVAILABLE, "no node answers");

  private final List<String> said = new ArrayList<>();
  private long nanos;
  private final Reconnect reconnect = new Reconnect(Duration.ofSeconds(30), said::add, () -> nanos);

  @Test
  @DisplayName("tries again, less and less often, and says so once")
  void triesAgain() {
    assertThat(reconnect.lost(AWAY)).hasMillis(200);
    assertThat(reconnect.lost(AWAY)).hasMillis(400);
    for (int i = 0; i < 10; i++) reconnect.lost(AWAY);
    assertThat(reconnect.lost(AWAY)).hasSeconds(2);
    assertThat(said).containsExactly("no node answers; trying again for 30 s");

    reconnect.connected();
    assertThat(said).hasSize(2).last().isEqualTo("connected again");
    assertThat(reconnect.lost(AWAY)).hasMillis(200);
  }

  @Test
  @DisplayName("gives up when its time is over, counted from when the node went away")
  void givesUp() {
    reconnect.lost(AWAY);
    nanos = Duration.ofSeconds(29).toNanos();
    reconnect.connected();
    reconnect.lost(AWAY);
    nanos += Duration.ofSeconds(30).toNanos();
    assertThatThrownBy(() -> reconnect.lost(AWAY)).isSameAs(AWAY);
  }

  @Test
  @DisplayName("does not try again what time does not mend")
  void knowsWhatPasses() {
    Failure refused = new Failure(ExitCode.REFUSED, "no");
    assertThatThrownBy(() -> reconnect.lost(refused)).isSameAs(refused);
    assertThatThrownBy(() -> new Reconnect(Duration.ZERO, said::add, () -> nanos).lost(AWAY))
        .isSameAs(AWAY);
  }
}
