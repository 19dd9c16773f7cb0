package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mmm.journal.JournalNode.await;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every store must do for entities, whatever it is made of. */
interface JournalContract {
  /**
   * Starts an actor system on the store under test. Called again after {@link #stop}, it sees the
   * same data.
   */
  JournalNode start();

  /** Stops the actor system started last, in order. */
  void stop();

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
}
