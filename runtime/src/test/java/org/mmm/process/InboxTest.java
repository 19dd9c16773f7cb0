package org.mmm.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;

@DisplayName("An inbox for two")
class InboxTest {
  final Inbox two = Inbox.empty().with(message(1), 2).with(message(2), 2);

  @Test
  void numbersWhatComes() {
    assertThat(two.entries()).extracting(Inbox.Entry::number).containsExactly(1L, 2L);
    assertThat(two.last()).isEqualTo(2);
  }

  @Test
  void losesTheOldestToAThird() {
    assertThat(two.with(message(3), 2).entries())
        .extracting(Inbox.Entry::number)
        .containsExactly(2L, 3L);
  }

  @Test
  void dropsWhatIsAcknowledgedAndNumbersOn() {
    Inbox rest = two.acknowledged(1);

    assertThat(rest.entries()).extracting(Inbox.Entry::number).containsExactly(2L);
    assertThat(two.acknowledged(9).with(message(3), 2).last()).isEqualTo(3);
  }

  @Test
  void remembersWhatCameAlsoWhenItIsAcknowledged() {
    Inbox rest = two.acknowledged(2).never(id(7));

    assertThat(rest.seen().find(id(1)).orElseThrow().received()).isTrue();
    assertThat(rest.seen().find(id(7)).orElseThrow().received()).isFalse();
    assertThat(rest.seen().find(id(8))).isEmpty();
  }

  @Test
  void remembersNotForEver() {
    Inbox inbox = Inbox.empty();
    for (int i = 1; i <= Deliveries.AT_MOST + 1; i++) inbox = inbox.with(message(i), 2);

    assertThat(inbox.seen().find(id(1))).isEmpty();
    assertThat(inbox.seen().find(id(2))).isPresent();
    assertThat(inbox.seen().all()).hasSize(Deliveries.AT_MOST);
  }

  private static ProcessEvent.Received message(long seq) {
    return new ProcessEvent.Received(
        id(seq),
        Telling.asks("Anna", Action.MM_SEND, Complements.NONE.withTo("Bruno")),
        new Args.Delivery("Message" + seq, "Message", "Anna", 0, null),
        List.of(),
        Telling.NOW.hlc());
  }

  private static CallId id(long seq) {
    return new CallId(Address.process("Anna"), seq, 0);
  }
}
