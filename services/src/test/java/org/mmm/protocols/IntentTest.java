package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.intent.IntentEvent;
import org.mmm.item.ItemEvent;
import org.mmm.kernel.Address;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.process.ProcessEvent;
import org.mmm.simulation.Exploration;
import org.mmm.simulation.Faults;
import org.mmm.simulation.Simulation;

@DisplayName("What a Process asks is performed once, or never")
class IntentTest {
  private static final Address PERSONA = Address.item("Persona1");

  static List<Faults> small() {
    return Small.FAULTS;
  }

  @ParameterizedTest
  @MethodSource("small")
  void inAllOrders(Faults faults) {
    Town town = town().asks(1, "Anna", Action.MM_DISABLE, Complements.nil("Persona1"));
    Small.all(exploration(town, faults));
  }

  @ParameterizedTest
  @MethodSource("small")
  void withTheSameKeyForSomethingElse(Faults faults) {
    Town town =
        town()
            .asks(1, "k", "Anna", Action.MM_DISABLE, Complements.nil("Persona1"))
            .asks(2, "k", "Anna", Action.MM_DISABLE, Complements.nil("Persona1"))
            .asks(3, "k", "Anna", Action.MM_ENABLE, Complements.nil("Persona1"), 1);
    Small.all(
        new Exploration(
            town.with(faults),
            Laws::always,
            end -> {
              once(end);
              assertThat(Laws.status(end.responses(2).get(0)).acknowledged())
                  .isEqualTo(Laws.acknowledged(end, 1));
              // A key whose request was surely never performed is free again.
              if (Laws.acknowledged(end, 1)) {
                assertThat(Laws.status(end.responses(3).get(0)))
                    .matches(s -> s instanceof PaStatus.Err e && e.reason() == Reason.CLASH);
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("small")
  void besideAnother(Faults faults) {
    Small.all(exploration(two(), faults));
  }

  @Test
  void whenItRunsOut() {
    Town town = town().asks(1, "Anna", Action.MM_DISABLE, Complements.nil("Persona1"));
    Small.all(exploration(town, Small.LATE));
  }

  @Test
  void inManyWaysWithManyFaults() {
    Town many =
        two()
            .asks(3, "Anna", Action.MM_DISABLE, Complements.nil("Persona1"), 1)
            .asks(4, "Bruno", Action.MM_DISABLE, Complements.nil("Persona1"))
            .asks(5, "Anna", Action.MM_ENABLE, Complements.nil("Persona9"));
    exploration(many, Small.MANY).random(1, Small.SEEDS);
  }

  static Town two() {
    return town()
        .asks(1, "Anna", Action.MM_DISABLE, Complements.nil("Persona1"))
        .asks(2, "Anna", Action.MM_ENABLE, Complements.nil("Persona1"));
  }

  private static Town town() {
    return new Town()
        .user("Anna")
        .user("Bruno")
        .place("Red", "Carla", true, 0, null)
        .item("Persona1", "Persona", "Anna", "Red");
  }

  static Exploration exploration(Town town, Faults faults) {
    return new Exploration(town.with(faults), Laws::always, IntentTest::once);
  }

  private static void once(Simulation end) {
    Laws.atEnd(end);
    long acknowledged =
        end.log(PERSONA).stream()
            .filter(
                e ->
                    e instanceof ItemEvent.Answered a
                        && a.performed().reply().status().acknowledged())
            .count();
    long told =
        List.of("Anna", "Bruno").stream()
            .flatMap(user -> end.log(Address.process(user)).stream())
            .filter(
                e ->
                    e instanceof ProcessEvent.Intent i
                        && i.event() instanceof IntentEvent.Answered a
                        && a.reply().status().acknowledged())
            .count();
    assertThat(told).as("what Processes were told was performed").isEqualTo(acknowledged);
    long effects =
        end.log(PERSONA).stream().filter(ItemEvent.PropertyChanged.class::isInstance).count();
    assertThat(effects)
        .as("what was acknowledged took effect, nothing else")
        .isEqualTo(acknowledged);
  }
}
