package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mmm.journal.JournalNode.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.stream.javadsl.Sink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store must do for a node, whatever it is made of. */
interface JournalContract {
  /**
   * Starts an actor system on the store under test. Called again after {@link #stop}, it sees the
   * same data. It may see those of other tests too, so each has entities of its own.
   */
  JournalNode start();

  /** Stops the actor system started last, in order, and closes its store. */
  void stop();

  /** The store of the actor system that runs. */
  Store store();

  /** Where that store counts. */
  MeterRegistry registry();

  /** Makes the store hang, until closed by the same thread. */
  AutoCloseable hang();

  @Test
  @DisplayName("an entity sees after a restart what it was told is stored, in order")
  default void replaysWhatWasAcknowledged() {
    var before = start();
    var anna = before.notebook("anna");
    await(before.write(anna, "one"));
    await(before.write(anna, "two", "three"));
    stop();

    assertThat(start().read("anna")).containsExactly("one", "two", "three");
    stop();
  }

  @Test
  @DisplayName("an entity recovers from its snapshot and the events after it")
  default void recoversFromASnapshot() {
    var before = start();
    var bruno = before.notebook("bruno");
    var lines =
        IntStream.rangeClosed(1, 2 * Notebook.SNAPSHOT_EVERY + 3)
            .mapToObj(i -> "line " + i)
            .toList();
    lines.forEach(line -> await(before.write(bruno, line)));
    stop();

    assertThat(start().read("bruno")).isEqualTo(lines);
    stop();
  }

  @Test
  @DisplayName("entities that write at the same time do not mix")
  default void keepsEntitiesApart() {
    var before = start();
    var names = IntStream.range(0, 30).mapToObj(i -> "guest" + i).toList();
    var writes =
        names.stream()
            .flatMap(
                name -> {
                  var notebook = before.notebook(name);
                  return IntStream.range(0, 5)
                      .mapToObj(i -> before.write(notebook, name + " " + i));
                })
            .toList();
    writes.forEach(JournalNode::await);
    stop();

    var after = start();
    for (var name : names) {
      assertThat(after.read(name))
          .containsExactlyElementsOf(IntStream.range(0, 5).mapToObj(i -> name + " " + i).toList());
    }
    stop();
  }

  @Test
  @DisplayName("the log of one entity reads from any of its events on")
  default void readsEventsOfOneEntity() {
    var node = start();
    await(node.write(node.notebook("carla"), "one", "two", "three"));
    await(node.write(node.notebook("dario"), "other"));

    List<EventEnvelope> log =
        await(
            JournalReader.of(node.system())
                .events("notebook|carla", 2)
                .runWith(Sink.seq(), node.system()));

    assertThat(log)
        .extracting(EventEnvelope::sequenceNr, EventEnvelope::event)
        .containsExactly(
            tuple(2L, new Notebook.Written("two")), tuple(3L, new Notebook.Written("three")));
    stop();
  }

  @Test
  @DisplayName("entities are listed by the beginning of their persistence ID")
  default void listsEntities() {
    var node = start();
    for (var name : List.of("hall-1", "hall-2", "garden")) {
      await(node.write(node.notebook(name), "a line"));
    }

    var ids =
        await(
            JournalReader.of(node.system())
                .persistenceIds("notebook|hall-")
                .runWith(Sink.seq(), node.system()));

    assertThat(ids.stream().collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("notebook|hall-1", "notebook|hall-2");
    stop();
  }

  @Test
  @DisplayName("events are counted, and writes timed")
  default void countsEventsAndTimesWrites() {
    var node = start();
    await(node.write(node.notebook("emma"), "one", "two"));
    await(node.write(node.notebook("fabio"), "three"));

    assertThat(registry().get("mmm.journal.events").counter().count()).isEqualTo(3);
    assertThat(registry().get("mmm.journal.write").timer().count()).isEqualTo(2);
    assertThat(registry().get("mmm.journal.write.failures").counter().count()).isZero();
    stop();
  }

  @Test
  @DisplayName("it says that it takes writes, and how long Item data stay")
  default void saysThatItTakesWrites() {
    start();
    await(store().probe());
    assertThat(store().sweepBlobsAfter()).hasHours(24);
    stop();
  }

  @Test
  @DisplayName("what was sealed for an Account opens after a restart; once erased, never again")
  default void keepsAndErasesKeys() {
    start();
    var sealed = store().accountKeys().seal("gina", "her address").orElseThrow();
    var ofHugo = store().accountKeys().seal("hugo", "his address").orElseThrow();
    stop();

    start();
    assertThat(store().accountKeys().open("gina", sealed)).contains("her address");
    store().accountKeys().erase("gina");
    store().accountKeys().erase("gina");
    store().accountKeys().erase("nobody yet");
    assertThat(store().accountKeys().open("gina", sealed)).isEmpty();
    assertThat(store().accountKeys().seal("nobody yet", "text")).isEmpty();
    stop();

    start();
    assertThat(store().accountKeys().open("gina", sealed)).isEmpty();
    assertThat(store().accountKeys().seal("gina", "text")).isEmpty();
    assertThat(store().accountKeys().open("hugo", ofHugo)).contains("his address");
    stop();
  }

  @Test
  @DisplayName("a state of 8 MB comes back")
  default void keepsLargeStates() {
    var before = start();
    var ivo = before.notebook("ivo");
    var line = "x".repeat(800_000);
    for (var i = 0; i < Notebook.SNAPSHOT_EVERY; i++) {
      await(before.write(ivo, line));
    }
    stop();

    assertThat(start().read("ivo")).hasSize(Notebook.SNAPSHOT_EVERY).containsOnly(line);
    stop();
  }

  @Test
  @DisplayName(
      "when the store hangs the write in flight fails, the next ones are refused, and writes are"
          + " taken again when it is back (P6)")
  default void isAFailureNotASilence() throws Exception {
    var node = start();
    var jana = node.notebook("jana");
    var jaro = node.notebook("jaro");
    await(node.write(jana, "before"));
    await(node.write(jaro, "before"));
    TestProbe<Object> watcher = TestProbe.create(node.system());

    try (var hanging = hang()) {
      var inFlight = node.write(jana, "in flight");
      watcher.expectTerminated(jana, JournalNode.PATIENCE);
      var next = node.write(jaro, "refused");
      watcher.expectTerminated(jaro, JournalNode.PATIENCE);
      assertThat(inFlight.toCompletableFuture()).isNotCompleted();
      assertThat(next.toCompletableFuture()).isNotCompleted();
      assertThatThrownBy(() -> await(store().probe())).hasCauseInstanceOf(JournalException.class);
      assertThatThrownBy(() -> store().accountKeys().seal("jana", "text"))
          .isInstanceOf(JournalException.class);
      assertThat(hanging).isNotNull();
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(() -> await(store().probe()));
    assertThat(node.read("jaro")).contains("before");
    assertThat(node.read("jana")).contains("before");
    // What hung has failed, or was stored in the end, when nobody waited any more.
    Awaitility.await()
        .atMost(JournalNode.PATIENCE)
        .until(() -> count("mmm.journal.write.late") + count("mmm.journal.write.failures") >= 1);
    stop();
  }

  private double count(String name) {
    return registry().get(name).counter().count();
  }
}
