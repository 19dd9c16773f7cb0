package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What checkpoints of live Rooms must do, in whatever store. */
interface CheckpointsContract {
  byte[] HERE = {1, 2, 3};
  byte[] THERE = {4, 5};

  /** Of the store as it is open now. */
  Checkpoints checkpoints();

  /** Closes the store, and opens it again. */
  void reopen();

  @Test
  default void beginWithNothing() {
    var begun = await(checkpoints().begin(room()));
    assertThat(begun.incarnation()).isEqualTo(1);
    assertThat(begun.positions()).isEmpty();
  }

  @Test
  default void areTheLastOnesThatWereKept() {
    String room = room();
    long first = await(checkpoints().begin(room)).incarnation();
    await(checkpoints().keep(room, first, HERE));
    await(checkpoints().keep(room, first, THERE));
    reopen();
    var begun = await(checkpoints().begin(room));
    assertThat(begun.positions()).isEqualTo(THERE);
    assertThat(begun.incarnation()).as("another one each time").isEqualTo(first + 1);
    assertThat(await(checkpoints().begin(room)).positions()).isEqualTo(THERE);
  }

  @Test
  default void areNotThoseOfARoomThatHasBegunAnewSince() {
    String room = room();
    long lost = await(checkpoints().begin(room)).incarnation();
    long now = await(checkpoints().begin(room)).incarnation();
    await(checkpoints().keep(room, now, HERE));
    await(checkpoints().keep(room, lost, THERE));
    assertThat(await(checkpoints().begin(room)).positions()).isEqualTo(HERE);
  }

  @Test
  default void areOfOneRoom() {
    String room = room();
    String other = room();
    long begun = await(checkpoints().begin(room)).incarnation();
    await(checkpoints().keep(room, begun, HERE));
    assertThat(await(checkpoints().begin(other)).positions()).isEmpty();
  }

  @Test
  default void areBounded() {
    byte[] tooMany = new byte[Checkpoints.BYTES_AT_MOST + 1];
    assertThatThrownBy(() -> checkpoints().keep(room(), 1, tooMany))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4194305");
  }

  private static String room() {
    return "Room-" + UUID.randomUUID();
  }
}
