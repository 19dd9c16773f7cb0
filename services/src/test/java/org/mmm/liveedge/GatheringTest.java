package org.mmm.liveedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.SelectStrategy;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A thread of sockets")
class GatheringTest {
  private static final Duration REST = Duration.ofMillis(20);

  @Test
  @DisplayName("rests between two rounds, but not before the first")
  void rests() throws Exception {
    Gathering gathering = new Gathering(REST);
    long begin = System.nanoTime();
    assertThat(gathering.calculateStrategy(() -> 0, false)).isEqualTo(SelectStrategy.SELECT);
    long first = System.nanoTime();
    assertThat(gathering.calculateStrategy(() -> 0, false)).isEqualTo(SelectStrategy.SELECT);
    // No more than what cannot be otherwise is asserted of time: it rested at least so long.
    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(REST.toNanos());
    assertThat(first).isGreaterThanOrEqualTo(begin);
  }

  @Test
  @DisplayName("does what it was given before it rests")
  void worksFirst() throws Exception {
    Gathering gathering = new Gathering(Duration.ofDays(1));
    assertThat(gathering.calculateStrategy(() -> 0, false)).isEqualTo(SelectStrategy.SELECT);
    assertThat(gathering.calculateStrategy(() -> 7, true)).isEqualTo(7);
  }
}
