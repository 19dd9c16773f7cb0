package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mmm.kernel.Tally.total;
import static org.mmm.kernel.TallyNode.tell;

import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A shell whose write fails")
class FailedWriteTest {
  final ActorTestKit kit =
      ActorTestKit.create(
          "failing",
          PersistenceTestKitPlugin.getInstance()
              .config()
              .withFallback(PersistenceTestKitSnapshotPlugin.config())
              .withFallback(TallyNode.config()));
  final PersistenceTestKit journal = PersistenceTestKit.create(kit.system());
  final TallyNode node = new TallyNode(kit, Duration.ofSeconds(1), 10);

  @AfterEach
  void close() {
    kit.shutdownTestKit();
  }

  @Test
  void goesOnFromWhatIsWrittenAndAnswersNobodyOfWhatIsNot() {
    ActorRef<EntityCommand> tally = node.tally("Persona1");
    assertThat(node.ask(tally, "one")).isEqualTo(total(1));
    assertThat(node.ask(tally, "one")).isEqualTo(total(2));

    journal.failNextPersisted("item|Persona1");
    TestProbe<Response> caller = node.caller();
    tell(tally, "one", caller);
    await().atMost(Duration.ofSeconds(20)).until(() -> node.failures.size() == 1);

    assertThat(node.ask(tally, "say")).isEqualTo(total(2));
    caller.expectNoMessage();
    assertThat(node.ask(tally, "one")).isEqualTo(total(3));
  }

  @Test
  void recoversAnEntityThatHadWrittenNothing() {
    ActorRef<EntityCommand> tally = node.tally("Persona2");
    journal.failNextPersisted("item|Persona2");
    tell(tally, "one", node.caller());
    await().atMost(Duration.ofSeconds(20)).until(() -> node.failures.size() == 1);

    assertThat(node.ask(tally, "say")).isEqualTo(total(0));
  }
}
