package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mmm.kernel.Tally.total;
import static org.mmm.kernel.Tally.word;
import static org.mmm.kernel.TallyNode.tell;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.journal.DataDirectory;
import org.mmm.journal.EmbeddedJournal;

@DisplayName("The shell of a machine, on the embedded journal,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MachineEntityTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration NEVER = Duration.ofSeconds(1);

  private final DataDirectory directory;
  private final EmbeddedJournal journal;
  private final ActorTestKit kit;

  MachineEntityTest(@TempDir Path temp) {
    directory = DataDirectory.open(temp.resolve("data"));
    journal =
        EmbeddedJournal.open(
            directory,
            TallyNode.config(),
            InstantSource.system(),
            new SecureRandom(),
            new SimpleMeterRegistry());
    kit =
        ActorTestKit.create(
            ActorSystem.create(
                Behaviors.empty(),
                "shell",
                ActorSystemSetup.create(BootstrapSetup.create(journal.config()), journal.setup())));
  }

  @AfterAll
  void close() {
    kit.shutdownTestKit();
    kit.system().terminate();
    journal.close();
    directory.close();
  }

  @Test
  void answersAndSendsWhenItIsWrittenAndRecovers() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("recovers");

    assertThat(node.ask(tally, "one")).isEqualTo(total(1));
    assertThat(node.writes).containsExactly(1);
    assertThat(node.sent).containsExactly(word("told"));
    node.stop(tally);
    assertThat(node.ask(node.tally("recovers"), "say")).isEqualTo(total(1));
  }

  @Test
  void decidesInOrderAndWritesTogetherWhatComesMeanwhile() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("together");
    TestProbe<Response> caller = node.caller();
    List<Response> expected = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      tell(tally, "one", caller);
      expected.add(total(i));
    }

    assertThat(caller.receiveSeveralMessages(200, PATIENCE)).isEqualTo(expected);
    await().atMost(PATIENCE).until(() -> sum(node.writes) == 200);
    assertThat(node.writes.size()).isLessThan(200);
  }

  @Test
  void neitherWritesNorAnswersWithoutItsLease() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("leased");
    assertThat(node.ask(tally, "one")).isEqualTo(total(1));
    TestProbe<Response> caller = node.caller();

    node.leased.set(false);
    tell(tally, "one", caller);
    tell(tally, "say", caller);
    await().atMost(PATIENCE).until(() -> !node.heldBack.isEmpty());
    node.leased.set(true);

    assertThat(node.ask(tally, "say")).as("what was held back was not decided").isEqualTo(total(1));
    caller.expectNoMessage(NEVER);
    assertThat(node.writes).containsExactly(1);
  }

  @Test
  void writesWhatCanWaitWithTheNextWrite() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("soon-with-next");
    node.ask(tally, "say"); // behind its recovery

    assertThat(node.ask(tally, "soon")).isEqualTo(total(1));
    assertThat(node.writes).isEmpty();
    assertThat(node.ask(tally, "one")).isEqualTo(total(2));
    assertThat(node.writes).containsExactly(2);
  }

  @Test
  void writesWhatCanWaitSoonByItself() {
    TallyNode node = new TallyNode(kit, Duration.ofMillis(50), 10);
    node.ask(node.tally("soon"), "soon");

    await().atMost(PATIENCE).until(() -> node.writes.equals(List.of(1)));
  }

  @Test
  void offersAgainAllThatHadToWait() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("deferred");
    TestProbe<Response> caller = node.caller();
    for (int i = 0; i < 3; i++) tell(tally, "later", caller);
    caller.expectNoMessage(Duration.ofMillis(50));

    assertThat(node.ask(tally, "one")).isEqualTo(total(1));
    assertThat(caller.receiveSeveralMessages(3, PATIENCE))
        .containsExactly(total(2), total(3), total(4));
  }

  @Test
  void leavesToRepetitionWhatIsTooMuchToKeep() {
    TallyNode node = new TallyNode(kit, NEVER, 2);
    ActorRef<EntityCommand> tally = node.tally("too-much");
    TestProbe<Response> caller = node.caller();
    for (int i = 0; i < 3; i++) tell(tally, "later", caller);

    assertThat(node.ask(tally, "one")).isEqualTo(total(1));
    caller.receiveSeveralMessages(2, PATIENCE);
    assertThat(node.dropped).containsExactly("item");
  }

  @Test
  void wakesWhoWaitsForAnAnswerOrAChange() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("wakes");
    TestProbe<Response> caller = node.caller();
    tell(tally, "wait", caller);
    tell(tally, "wake", node.caller());
    assertThat(caller.receiveMessage(PATIENCE)).isEqualTo(total(1));

    tell(tally, "wait", caller);
    node.ask(tally, "one");
    node.ask(tally, "one");
    assertThat(caller.receiveMessage(PATIENCE)).isEqualTo(total(3));
  }

  @Test
  void repeatsWhatIsDueUntilItIsNotAlsoAfterRecovery() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("due");
    tell(tally, "owe", node.caller());
    await().atMost(PATIENCE).until(() -> node.sent.size() >= 2);
    node.stop(tally);
    node.sent.clear();

    ActorRef<EntityCommand> again = node.tally("due");
    await().atMost(PATIENCE).until(() -> node.sent.contains(word("owed")));
    assertThat(node.ask(again, "pay")).isEqualTo(total(1));
    assertThat(node.ask(again, "say")).isEqualTo(total(0));
  }

  @Test
  void writesWhatIsLeftBeforeItStops() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("stops");
    node.ask(tally, "soon");
    node.stop(tally);

    assertThat(node.writes).containsExactly(1);
    assertThat(node.ask(node.tally("stops"), "say")).isEqualTo(total(1));
  }

  @Test
  void recoversFromASnapshotAndWhatCameAfter() {
    TallyNode node = node();
    ActorRef<EntityCommand> tally = node.tally("snapshot");
    for (int i = 1; i <= 25; i++) assertThat(node.ask(tally, "one")).isEqualTo(total(i));
    node.stop(tally);

    assertThat(node.ask(node.tally("snapshot"), "say")).isEqualTo(total(25));
  }

  private TallyNode node() {
    return new TallyNode(kit, NEVER, 10);
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
