package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.cluster.ClusterSettings;

@DisplayName("A node that is put out while it starts")
class MembershipTest {
  private final ActorSystem<Void> system =
      ActorSystem.create(
          Behaviors.<Void>empty(),
          "mmm",
          ConfigFactory.parseString(
                  "pekko { loglevel = ERROR, actor.provider = cluster,"
                      + " coordinated-shutdown.exit-jvm = off,"
                      + " remote.artery.canonical { hostname = 127.0.0.1, port = 0 } }")
              .withFallback(ConfigFactory.load()));
  private final Membership membership =
      new Membership(system, ClusterSettings.of(system.settings().config()));

  @Test
  @DisplayName("does not wait for an answer that cannot come any more, and ends with 75")
  void doesNotWaitForever() {
    CompletableFuture<String> never = new CompletableFuture<>();
    CoordinatedShutdown.get(system).run(CoordinatedShutdown.clusterDowningReason());
    assertThatThrownBy(() -> membership.unlessPutOut(never))
        .isInstanceOfSatisfying(
            NodeFailure.class, e -> assertThat(e.exitCode()).isEqualTo(Membership.DOWNED))
        .hasMessageContaining("start it again");
  }

  @Test
  @DisplayName("takes the answers that come before")
  void takesAnswers() {
    try {
      assertThat(membership.unlessPutOut(CompletableFuture.completedFuture("done")))
          .isEqualTo("done");
    } finally {
      system.terminate();
    }
  }
}
