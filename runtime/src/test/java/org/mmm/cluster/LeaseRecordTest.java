package org.mmm.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node's lease of 4 lasts")
class LeaseRecordTest {
  private final LeaseRecord<String> record = new LeaseRecord<>(4);

  @Test
  @DisplayName("always, while it is alone")
  void alone() {
    assertThat(record.until(Set.of(), 100)).isEqualTo(104);
  }

  @Test
  @DisplayName("never, before a majority has seen it")
  void atFirst() {
    assertThat(record.until(Set.of("b", "c"), 100)).isLessThan(100);
    record.seenBy("b", 99);
    assertThat(record.until(Set.of("b", "c", "d", "e"), 100)).isLessThan(100);
  }

  @Test
  @DisplayName("after the moment at which it asked, not that at which it was answered")
  void fromTheQuestion() {
    record.seenBy("b", 97);
    assertThat(record.until(Set.of("b", "c"), 100)).isEqualTo(101);
  }

  @Test
  @DisplayName("as long as the last one that a majority needs says")
  void theOneThatDecides() {
    record.seenBy("b", 99);
    record.seenBy("c", 95);
    record.seenBy("d", 97);
    assertThat(record.until(Set.of("b", "c", "d", "e"), 100)).as("3 of 5").isEqualTo(101);
    assertThat(record.until(Set.of("b", "c", "d"), 100)).as("3 of 4").isEqualTo(101);
    assertThat(record.until(Set.of("b", "c"), 100)).as("2 of 3").isEqualTo(103);
  }

  @Test
  @DisplayName("no longer for an older answer that comes late")
  void lateAnswers() {
    record.seenBy("b", 99);
    record.seenBy("b", 90);
    assertThat(record.until(Set.of("b"), 100)).isEqualTo(103);
  }

  @Test
  @DisplayName("not for the word of one that is no member any more")
  void members() {
    record.seenBy("b", 99);
    assertThat(record.until(Set.of("c", "d"), 100)).isLessThan(100);
    assertThat(record.until(Set.of("b", "c"), 100)).as("nor when it comes back").isLessThan(100);
  }

  @Test
  @DisplayName("for neither half, when two of four cannot see the other two")
  void halves() {
    record.seenBy("b", 99);
    assertThat(record.until(Set.of("b", "c", "d"), 100)).isLessThan(100);
  }
}
