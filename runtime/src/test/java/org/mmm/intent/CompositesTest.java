package org.mmm.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.asks;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;

@DisplayName("A composite comes to")
class CompositesTest {
  static final List<String> FRESH = List.of("F1", "F2", "F3");
  static final Address ANNA = Address.process("Anna");

  @Test
  void mmSendToTheDeviceThatMuActuates() {
    var parts =
        parts(Action.MU_EMBED, Complements.nil("Stream1").withTo("AnnasDevice").withAt("Desk1"));

    assertThat(parts)
        .extracting(p -> p.action().action())
        .containsExactly(Action.MM_SEND, Action.MU_ACTUATE);
    assertThat(parts.get(1).by()).isEqualTo(Address.process("AnnasDevice"));
    assertThat(parts.get(1).action().source()).isEqualTo("AnnasDevice");
  }

  @Test
  void captureIdentifyAnimate() {
    var parts = parts(Action.UM_ANIMATE, Complements.nil("Persona1").withAt("Desk1"));

    assertThat(parts)
        .extracting(p -> p.action().action())
        .containsExactly(Action.UM_CAPTURE, Action.IDENTIFY, Action.MM_ANIMATE);
    assertThat(parts.get(1).action().complements().nil()).isEqualTo("F1");
    assertThat(parts.get(2).action().complements().nil()).isEqualTo("Persona1");
  }

  @Test
  void captureIdentifyAddInOneForUmActuate() {
    var parts = parts(Action.UM_ACTUATE, Complements.NONE.withAt("Desk1").withTo("Room1"));

    assertThat(parts)
        .extracting(p -> p.action().action())
        .containsExactly(Action.UM_CAPTURE, Action.IDENTIFY, Action.MM_ADD);
    assertThat(parts.get(2).action().complements())
        .isEqualTo(Complements.nil("F2").withAt("Room1"));
  }

  @Test
  @DisplayName("choosing a Parcel and then placing it, where MM-Embed is asked By ParcelService")
  void aParcelAndItsPlacing() {
    var said = Complements.nil("Room1").withAt("Square").withBy("ParcelService");
    var parts = parts(Action.MM_EMBED, said);

    assertThat(parts).extracting(CompositesTest::says).containsExactly(said, said.withBy());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("no more names than it says that it needs")
  void takesTheNamesThatItNeeds(Action action) {
    var said = Complements.nil("Persona1").withAt("Desk1").withTo("AnnasDevice");
    List<String> enough = FRESH.subList(0, Composites.freshNeeded(action));

    assertThat(parts(action, said, enough).isEmpty()).isEqualTo(!inParts(action));
  }

  private static boolean inParts(Action action) {
    return action.composite() || action == Action.MM_ADD || action == Action.MM_EMBED;
  }

  private static Complements says(Composites.Part part) {
    return part.action().complements();
  }

  private static List<Composites.Part> parts(Action action, Complements said) {
    return parts(action, said, FRESH);
  }

  private static List<Composites.Part> parts(Action action, Complements said, List<String> fresh) {
    ProcessAction whole = asks("Anna", action, said);
    List<Composites.Part> parts = new ArrayList<>();
    List<Reply> done = new ArrayList<>();
    var next = Composites.next(whole, ANNA, Telling.NAMES, fresh, done);
    while (next.isPresent()) {
      parts.add(next.get());
      Complements made =
          next.get().fresh().isEmpty()
              ? Complements.NONE
              : Complements.nil(next.get().fresh().get(0));
      done.add(new Reply(PaStatus.ACK, "", made, true, List.of()));
      next = Composites.next(whole, ANNA, Telling.NAMES, fresh, done);
    }
    return parts;
  }
}
