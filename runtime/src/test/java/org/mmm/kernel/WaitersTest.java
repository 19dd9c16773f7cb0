package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("Who waits at an entity")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitersTest {
  private static final long LONGEST = Waiters.LONGEST.toMillis();

  private final ActorTestKit kit = ActorTestKit.create();
  private final ActorRef<Response> anna = kit.<Response>createTestProbe().getRef();
  private final ActorRef<Response> bruno = kit.<Response>createTestProbe().getRef();
  private final Waiters waiters = new Waiters();

  @AfterAll
  void close() {
    kit.shutdownTestKit();
  }

  @Test
  void isToldOnce() {
    waiters.add("log", anna, 0);
    waiters.add("log", bruno, 1);
    waiters.add("log", anna, 2);
    assertThat(waiters.take("log")).containsExactly(bruno, anna);
    assertThat(waiters.take("log")).isEmpty();
    assertThat(waiters.isEmpty()).isTrue();
  }

  @Test
  void isForgottenAfterTheLongestWait() {
    waiters.add("log", anna, 0);
    waiters.add("inbox", bruno, 1);
    assertThat(waiters.isEmpty(LONGEST)).isFalse();
    assertThat(waiters.isEmpty(LONGEST + 1)).isFalse();
    assertThat(waiters.keys()).containsExactly("inbox");
    assertThat(waiters.isEmpty(LONGEST + 2)).isTrue();
  }

  @Test
  void isRememberedByAskingAgain() {
    waiters.add("log", anna, 0);
    waiters.add("log", anna, LONGEST);
    assertThat(waiters.isEmpty(2 * LONGEST)).isFalse();
    waiters.clear();
    assertThat(waiters.isEmpty()).isTrue();
  }
}
