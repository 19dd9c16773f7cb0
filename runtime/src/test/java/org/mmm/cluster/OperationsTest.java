package org.mmm.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two nodes of a real cluster")
class OperationsTest {
  private TestNode first;
  private TestNode second;

  @BeforeEach
  void start() {
    first = new TestNode("node1");
    second = new TestNode("node2");
    first.join(first);
    second.join(first);
    soon().until(() -> Peer.all(first.system).stream().filter(Peer::serves).count() == 2);
    first.wakeAll();
    soon().until(() -> first.held(first) > 0 && first.held(second) > 0 && all());
  }

  @AfterEach
  void stop() throws Exception {
    second.close();
    first.close();
  }

  @Test
  @DisplayName("empty one of them on demand, refuse to empty the other, and fill it again")
  void drain() {
    OperationAnswer begun = first.ask(from -> new Operation.Drain(second.place, false, from));
    assertThat(begun).isInstanceOf(OperationAnswer.Standing.class);
    assertThat(second.ask(from -> new Operation.Drain(second.place, false, from)))
        .isInstanceOf(OperationAnswer.Refused.class);

    soon().until(() -> second.drained(second));
    assertThat(first.held(second)).isZero();
    assertThat(first.held(first)).isEqualTo(TestNode.SHARDS);
    soon().until(() -> second.operations.directives().draining(second.place));
    assertThat(first.ask(from -> new Operation.Drain(first.place, false, from)))
        .isInstanceOfSatisfying(
            OperationAnswer.Refused.class, refused -> assertThat(refused.why()).contains("last"));

    assertThat(second.ask(from -> new Operation.Undrain(second.place, from)))
        .isInstanceOf(OperationAnswer.Standing.class);
    soon().until(() -> first.held(second) > 1);
  }

  @Test
  @DisplayName("move a shard to where it is pinned, and know of the pin when the oldest is gone")
  void pin() throws Exception {
    String shard = first.shardsOf(first).iterator().next();
    first.ask(from -> new Operation.Pin(Directives.pin(TestNode.TYPE, shard), second.place, from));
    soon().until(() -> first.shardsOf(second).contains(shard));

    first.close();
    soon()
        .until(
            () ->
                second.ask(Operation.Tell::new) instanceof OperationAnswer.Standing now
                    && now.directives().pins().containsValue(second.place));
  }

  @Test
  @DisplayName("let one of them, the oldest, leave when it is empty")
  void leave() {
    first.ask(from -> new Operation.Drain(first.place, true, from));
    soon().until(first::ended);
    soon().until(() -> Peer.all(second.system).size() == 1);
    second.wakeAll();
    soon().until(() -> second.held(second) == TestNode.SHARDS);
  }

  private boolean all() {
    return first.held(first) + first.held(second) == TestNode.SHARDS;
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
  }
}
