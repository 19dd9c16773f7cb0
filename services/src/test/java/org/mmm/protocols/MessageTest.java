package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.process.ProcessEvent;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("A Message that is acknowledged was received by all, once")
class MessageTest {
  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void inAllOrders(Faults faults) {
    Small.all(exploration(town(), faults));
  }

  @Test
  void whenItRunsOut() {
    Small.all(exploration(town(), Small.LATE));
  }

  @Test
  void inManyWaysWithManyFaults() {
    Town more =
        town()
            .asks(2, "Anna", Action.MM_SEND, saying(2, "Are you there?", "Bruno"))
            .asks(3, "Bruno", Action.MM_SEND, saying(3, "Yes", "Anna"), 2)
            .asks(4, "Anna", Action.MM_SEND, saying(4, "Nobody", "Dora"));
    exploration(more, Small.MANY).random(1, Small.SEEDS);
  }

  @Test
  void withoutFaultsItIsAcknowledged() {
    Simulation end = exploration(town(), Faults.NONE).random(1);
    assertThat(Laws.acknowledged(end, 1)).isTrue();
  }

  @Test
  void sentUnderItsKeyAgainAfterItRanOut() {
    Complements letter =
        Complements.nil("Letter").withTo("Bruno").with(List.of(Town.text("Dear Bruno")));
    Town town =
        new Town()
            .user("Anna")
            .user("Bruno")
            .asks(1, "letter", "Anna", Action.MM_SEND, letter)
            .asksAgain(2, "letter", "Anna", Action.MM_SEND, letter, 1);
    AtomicInteger atLast = new AtomicInteger();
    new Exploration(
            town.with(Small.LATE),
            Laws::always,
            end -> {
              Laws.atEnd(end);
              received(end, "Dear Bruno", 2, "Bruno");
              if (Laws.acknowledged(end, 2) && !Laws.acknowledged(end, 1)) atLast.incrementAndGet();
              PaStatus told = Laws.status(end.responses(2).get(0));
              if (told instanceof PaStatus.Err e) { // it joined one that ran out as well
                assertThat(e.reason()).as("%s", e).isEqualTo(Reason.UNABLE);
              }
            })
        .all(Small.STATES);
    assertThat(atLast.get()).as("sent at last").isPositive();
  }

  private static Town town() {
    return new Town()
        .user("Anna")
        .user("Bruno")
        .user("Carla")
        .asks(1, "Anna", Action.MM_SEND, saying(1, "Hello", "Bruno", "Carla"));
  }

  private static Complements saying(int client, String words, String... to) {
    return Complements.nil(Town.minted(client)).withTo(to).with(List.of(Town.text(words)));
  }

  private static Exploration exploration(Town town, Faults faults) {
    return new Exploration(town.with(faults), Laws::always, MessageTest::receivedByAllOrTold);
  }

  private static void receivedByAllOrTold(Simulation end) {
    Laws.atEnd(end);
    received(end, "Hello", 1, "Bruno", "Carla");
    received(end, "Are you there?", 2, "Bruno");
    received(end, "Yes", 3, "Anna");
    assertThat(Laws.acknowledged(end, 4)).isFalse();
  }

  /** All have it once if it was acknowledged, none has it if it was not. */
  private static void received(Simulation end, String words, int client, String... receivers) {
    boolean acknowledged = Laws.acknowledged(end, client);
    for (String receiver : receivers) {
      long times =
          end.log(Address.process(receiver)).stream()
              .filter(
                  e ->
                      e instanceof ProcessEvent.Received r
                          && String.valueOf(r.what().content()).contains(words))
              .count();
      assertThat(times).as(receiver + " has it").isEqualTo(acknowledged ? 1 : 0);
    }
  }
}
