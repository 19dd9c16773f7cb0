package org.mmm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.client.Api;
import org.mmm.client.HttpTransport;
import org.mmm.client.Json;
import org.mmm.client.Patience;
import org.mmm.home.Home;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.Target;
import org.mmm.smallnode.SmallNode;

@DisplayName("A measurement")
class BenchTest {
  @TempDir Path temporary;

  @Test
  void countsWhatIsAcknowledgedAndEndsAtItsBound() throws IOException, InterruptedException {
    try (SmallNode node = new SmallNode()) {
      Plan plan = new Plan(3, Duration.ZERO, Duration.ofSeconds(60), 200, false, 1);

      Result result = new Bench(plan, scene(node, plan.users())).measure();

      assertThat(result.acknowledged()).isBetween(200L, 400L);
      assertThat(result.errors()).isZero();
      assertThat(result.p99()).isGreaterThanOrEqualTo(result.p50()).isPositive();
      assertThat(node.seen("MM-Send").size()).isGreaterThan(node.seen("Identify").size() / 2);
      assertThat(node.seen("Author")).hasSize(Plan.ROOMS);
    }
  }

  @Test
  void countsRefusalsByReason() throws IOException, InterruptedException {
    try (SmallNode node = new SmallNode()) {
      node.refuse(seen -> seen.action().equals("MM-Send"), 403, "InsRights", "no Right to send");
      Plan plan = new Plan(2, Duration.ZERO, Duration.ofSeconds(60), 100, false, 1);

      Result result = new Bench(plan, scene(node, plan.users())).measure();

      assertThat(result.refused()).containsOnlyKeys("InsRights");
      assertThat(result.commonestReason()).contains("InsRights");
      assertThat(result.errors()).isPositive();
    }
  }

  @Test
  void readsACounterOverAllItsLabels() {
    String text =
        """
        # TYPE mmm_journal_events_total counter
        mmm_journal_events_total{kind="process"} 40.0
        mmm_journal_events_total{kind="item"} 2.0
        mmm_journal_events_total_created 7.0
        """;

    assertThat(Metrics.sum(text, "mmm_journal_events_total")).isEqualTo(42);
    assertThat(Metrics.sum(text, "mmm_other_total")).isNaN();
  }

  @Test
  void takesTheFirstUsersOfOneSceneAgainAndAgain() throws IOException, InterruptedException {
    try (SmallNode node = new SmallNode()) {
      Scene scene = scene(node, 3);
      for (int users : new int[] {1, 3, 2, 1, 3}) {
        Plan plan = new Plan(users, Duration.ZERO, Duration.ofSeconds(60), 20, false, 1);

        assertThat(new Bench(plan, scene).measure().acknowledged()).isGreaterThanOrEqualTo(20);
      }
      assertThat(node.seen("Author")).as("Parcels are not taken twice").hasSize(Plan.ROOMS);
      assertThat(node.seen("Register")).hasSize(3);
    }
  }

  private Scene scene(SmallNode node, int users) {
    Target target = target(node);
    return Scene.prepare(target, List.of(target.api()), run(), users, false, 1);
  }

  private static Target target(SmallNode node) {
    Api api = new Api(new HttpTransport(node.url()), Patience.none());
    return new Target("test", api, process -> Optional.empty());
  }

  private RunState run() {
    Home home = new Home(temporary);
    return new RunState(home.runs().create("r1", Json.object().put("run", "r1")));
  }
}
