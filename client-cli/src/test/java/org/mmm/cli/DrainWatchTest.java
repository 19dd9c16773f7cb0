package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;

@DisplayName("Who waits for a drain")
class DrainWatchTest {
  private final List<String> said = new ArrayList<>();

  @Test
  @DisplayName("is told of each change, once, and in the end what moved")
  void progress() {
    Iterator<JsonNode> looks = List.of(left(3), left(3), left(1), left(0)).iterator();
    JsonNode end =
        watch(Duration.ofMinutes(1))
            .await(Json.object(), before -> looks.next(), now -> !looks.hasNext(), "is not done");
    assertThat(said)
        .containsExactly(
            "node2: 3 shards left, 0 moved",
            "node2: 1 shards left, 2 moved",
            "node2: 0 shards left, 3 moved");
    assertThat(end).isEqualTo(left(0));
  }

  @Test
  @DisplayName("is told that it goes on when it takes too long, and how to end it")
  void late() {
    DrainWatch impatient = watch(Duration.ZERO);
    assertThatThrownBy(
            () -> impatient.await(left(3), before -> before, now -> false, "is not drained"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.UNAVAILABLE))
        .hasMessageContainingAll("node2 is not drained after", "'mmm node undrain node2' ends it");
  }

  private DrainWatch watch(Duration within) {
    return new DrainWatch("node2", Duration.ofMillis(1), within, said::add);
  }

  private static JsonNode left(int shards) {
    return Json.read(
        "{\"left\": {\"item\": %d}, \"moved\": {\"item\": %d}}".formatted(shards, 3 - shards));
  }
}
