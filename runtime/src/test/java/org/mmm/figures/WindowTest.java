package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.figures.Figures.ActionFigures;
import org.mmm.figures.Figures.RefusalFigures;
import org.mmm.figures.RoomLoads.Load;

@DisplayName("The figures of a node over a window")
class WindowTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final ActionCounts actions = new ActionCounts();
  private final LatencyCounts writes = new LatencyCounts();
  private final Window window = new Window(10);
  private long failures;
  private long collectionMillis;

  @Test
  @DisplayName("have no rates as long as there is but one count")
  void atFirst() {
    answered(Action.MM_SEND, Ending.ACK, 3, MILLI);
    noted(0);
    Figures figures = figures();
    assertThat(figures.windowSeconds()).isZero();
    assertThat(figures.actions()).isEmpty();
    assertThat(figures.refusals()).isEmpty();
    assertThat(figures.journal().writesPerSecond()).isZero();
    assertThat(figures.hotRooms().get(0).messagesPerSecond()).isZero();
  }

  @Test
  @DisplayName("say how often each Action was answered, how fast, and how often it was refused")
  void actions() {
    answered(Action.MM_SEND, Ending.ACK, 1_000, 100 * MILLI); // before the window
    noted(0);
    answered(Action.MM_SEND, Ending.ACK, 20, 2 * MILLI);
    answered(Action.MM_EMBED, Ending.ACK, 30, 4 * MILLI);
    answered(Action.MM_EMBED, Ending.INS_RIGHTS, 10, MILLI);
    answered(Action.MM_SEND, Ending.UNABLE, 5, MILLI);
    noted(5 * SECOND);
    Figures figures = figures();
    assertThat(figures.windowSeconds()).isEqualTo(5);
    assertThat(figures.actions())
        .extracting(ActionFigures::action)
        .containsExactly(Action.MM_EMBED.title(), Action.MM_SEND.title());
    ActionFigures embeds = figures.actions().get(0);
    assertThat(embeds.perSecond()).isEqualTo(8);
    assertThat(embeds.refusedPerSecond()).isEqualTo(2);
    assertThat(embeds.p50Millis()).isBetween(4.0, 5.0);
    assertThat(figures.actions().get(1).p99Millis()).isBetween(2.0, 2.5);
    assertThat(figures.refusals())
        .containsExactly(new RefusalFigures("InsRights", 2), new RefusalFigures("Unable", 1));
  }

  @Test
  @DisplayName("forget what is older than the window")
  void slides() {
    for (int second = 0; second <= 30; second++) {
      if (second <= 20) answered(Action.MM_SEND, Ending.ACK, 10, MILLI);
      noted(second * SECOND);
    }
    Figures figures = figures();
    assertThat(figures.windowSeconds()).isEqualTo(10);
    assertThat(figures.actions()).isEmpty();
    answered(Action.MM_SEND, Ending.ACK, 10, MILLI);
    noted(31 * SECOND);
    assertThat(figures().actions().get(0).perSecond()).isEqualTo(1);
  }

  @Test
  @DisplayName("have the journal, garbage and Rooms by the second too")
  void others() {
    noted(0);
    for (int i = 0; i < 40; i++) writes.add(3 * MILLI);
    failures = 2;
    collectionMillis = 100;
    noted(4 * SECOND);
    Figures figures = figures();
    assertThat(figures.journal().writesPerSecond()).isEqualTo(10);
    assertThat(figures.journal().writeP99Millis()).isBetween(3.0, 3.75);
    assertThat(figures.journal().failuresPerSecond()).isEqualTo(0.5);
    assertThat(figures.jvm().collectionMillisPerSecond()).isCloseTo(25, within(1e-9));
    assertThat(figures.hotRooms()).containsExactly(new Figures.RoomFigures("Hall", 2));
  }

  private void answered(Action action, Ending ending, int times, long nanos) {
    for (int i = 0; i < times; i++) actions.answered(action, ending, nanos);
  }

  private void noted(long nanos) {
    window.add(
        Counts.of(nanos, actions, writes.now(), Histogram.NONE, failures, 0, 0, collectionMillis));
  }

  private Figures figures() {
    return window.figures(
        Samples.levels("node1", "a:1", List.of("a:1")), List.of(new Load("Hall", 8)));
  }
}
