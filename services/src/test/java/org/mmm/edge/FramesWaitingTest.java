package org.mmm.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The messages that wait in WebSockets")
class FramesWaitingTest {
  private final AtomicInteger all = new AtomicInteger();
  private final FramesWaiting one = new FramesWaiting(all);
  private final FramesWaiting other = new FramesWaiting(all);

  @Test
  @DisplayName("are what was given and not sent, of all together")
  void counts() {
    one.given(5);
    other.given(2);
    one.sent();
    assertThat(all).hasValue(6);
  }

  @Test
  @DisplayName("wait no more when theirs is closed, also those that come later")
  void closed() {
    one.given(5);
    other.given(2);
    one.close();
    assertThat(all).hasValue(2);
    one.given(3);
    one.sent();
    one.close();
    assertThat(all).hasValue(2);
  }
}
