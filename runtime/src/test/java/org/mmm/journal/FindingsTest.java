package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the events of one entity")
class FindingsTest {
  private static final long NOON = 1_700_000_000_000L;

  @Test
  @DisplayName("nothing is wrong when one writer follows another")
  void sound() {
    Findings findings = of(line(1, "a", 0), line(2, "a", 1), line(3, "b", 20_000));
    assertThat(findings.sound()).isTrue();
    assertThat(findings.doubts()).isEmpty();
  }

  @Test
  @DisplayName("what an older writer wrote beside a newer one is a stray")
  void strayBeside() {
    EventLine stray = line(3, "a", 19_000);
    Findings beside =
        of(line(1, "a", 0), line(2, "a", 1), stray, line(3, "b", 20_000), line(4, "b", 20_001));
    assertThat(beside.strays()).containsExactly(stray);
    assertThat(beside.doubled()).containsExactly(3L);
    assertThat(beside.doubts()).isEmpty();
  }

  @Test
  @DisplayName("so is the rest of the same write, where the newer one has not come yet")
  void strayAfter() {
    EventLine stray = line(2, "a", 19_000);
    EventLine rest = line(3, "a", 19_000);
    Findings findings = of(line(1, "a", 0), stray, rest, line(2, "b", 20_000));
    assertThat(findings.strays()).containsExactly(stray, rest);
    assertThat(findings.doubts()).isEmpty();
  }

  @Test
  @DisplayName("a stray that was written long after the newer writer began is doubtful")
  void lateStray() {
    EventLine stray = line(2, "a", 60_000);
    Findings findings = of(line(1, "a", 0), stray, line(2, "b", 20_000));
    assertThat(findings.strays()).containsExactly(stray);
    assertThat(findings.doubts()).singleElement().asString().contains("event 2 of a", "40000 ms");
  }

  @Test
  @DisplayName("it is doubtful which of two writers is newer that began at the same place")
  void sameBeginning() {
    Findings findings = of(line(1, "a", 0), line(1, "b", 1));
    assertThat(findings.strays()).extracting(EventLine::writer).containsExactly("a");
    assertThat(findings.doubts()).singleElement().asString().contains("both began at 1");
  }

  @Test
  @DisplayName("a removal that would leave a hole is doubtful")
  void holes() {
    Findings findings =
        of(line(1, "a", 0), line(2, "b", 100), line(3, "a", 101), line(4, "b", 102));
    assertThat(findings.strays()).extracting(EventLine::sequenceNr).containsExactly(3L);
    assertThat(findings.doubts()).contains("without the strays sequence numbers are missing");
  }

  @Test
  @DisplayName("gaps and snapshots beyond the last event are told")
  void gapsAndOrphans() {
    Findings findings =
        Findings.of(
            List.of(line(2, "a", 0), line(3, "a", 1), line(7, "a", 2)), List.of(3L, 7L, 10L));
    assertThat(findings.gaps()).containsExactly(1L, 4L);
    assertThat(findings.orphans()).containsExactly(10L);
    assertThat(findings.sound()).isFalse();
  }

  @Test
  @DisplayName("nothing is said of none")
  void none() {
    assertThat(Findings.of(List.of(), List.of()).sound()).isTrue();
  }

  /** In any order. */
  private static Findings of(EventLine... lines) {
    List<EventLine> all = new ArrayList<>(Arrays.asList(lines));
    java.util.Collections.reverse(all);
    return Findings.of(all, List.of());
  }

  private static EventLine line(long number, String writer, long after) {
    return new EventLine(number, writer, NOON + after, "event", "");
  }
}
