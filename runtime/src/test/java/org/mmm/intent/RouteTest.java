package org.mmm.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.NAMES;
import static org.mmm.kernel.Telling.asks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;

@DisplayName("Who performs")
class RouteTest {
  static final String FRESH = "Data-000000000001";

  @Test
  void mmEmbedOfAPersona() {
    assertThat(route(Action.MM_EMBED, Complements.nil("Persona1").withAt("Room1")))
        .isEqualTo(Address.item("Persona1"));
  }

  @Test
  void mmEmbedOfARoom() {
    assertThat(route(Action.MM_EMBED, Complements.nil("Room1").withAt("Square")))
        .isEqualTo(Address.place("Room1"));
  }

  @Test
  void mmEmbedByTheParcelService() {
    assertThat(
            route(
                Action.MM_EMBED, Complements.nil("Room1").withAt("Room2").withBy("ParcelService")))
        .isEqualTo(Address.service(MmmService.PARCEL, "Room2"));
  }

  @Test
  void mmEmbedOfWhatNobodyKnows() {
    assertThat(route(Action.MM_EMBED, Complements.nil("Nothing").withAt("Room1"))).isNull();
  }

  @Test
  void mmSendOfANewMessage() {
    Complements said = Complements.NONE.withTo("Bruno").with(List.of(Telling.inline("{}")));

    assertThat(route(Action.MM_SEND, said)).isEqualTo(Address.item(FRESH));
    assertThat(route(Action.MM_SEND, said.withNil("Hello1"))).isEqualTo(Address.item("Hello1"));
    assertThat(route(Action.MM_SEND, said.withNil("Stream1"))).isEqualTo(Address.item("Stream1"));
  }

  @Test
  void identify() {
    assertThat(route(Action.IDENTIFY, Complements.nil("Data1"))).isEqualTo(Address.item(FRESH));
  }

  @Test
  void umCaptureUnderAChosenName() {
    assertThat(route(Action.UM_CAPTURE, Complements.nil("Walk1").withAt("Desk1")))
        .isEqualTo(Address.item("Walk1"));
  }

  @Test
  void author() {
    assertThat(route(Action.AUTHOR, Complements.NONE))
        .isEqualTo(Address.service(MmmService.AUTHOR, FRESH));
  }

  @Test
  @DisplayName("Change Of Bruno: Bruno, who holds the Rights")
  void change() {
    assertThat(route(Action.CHANGE, Complements.NONE.withOf("Bruno")))
        .isEqualTo(Address.process("Bruno"));
    assertThat(route(Action.CHANGE, Complements.nil("Bruno"))).isEqualTo(Address.process("Bruno"));
    assertThat(route(Action.CHANGE, Complements.NONE.withOf("Room1"))).isNull();
  }

  @Test
  void transactDiscoverAndRegister() {
    assertThat(route(Action.TRANSACT, Complements.nil("Stream1")))
        .isEqualTo(Address.service(MmmService.TRANSACTION, FRESH));
    assertThat(route(Action.DISCOVER, Complements.NONE))
        .isEqualTo(Address.service(MmmService.DISCOVERY, "Anna"));
    assertThat(route(Action.REGISTER, Complements.NONE))
        .isEqualTo(Address.service(MmmService.REGISTRATION, "Anna"));
  }

  @Test
  void aCompositeOrWhatIsNotOffered() {
    assertThat(route(Action.TRACK, Complements.nil("Persona1").withAt("Desk1"))).isNull();
    assertThat(route(Action.HIDE, Complements.nil("Persona1"))).isNull();
  }

  private static @Nullable Address route(Action action, Complements said) {
    return Route.of(asks("Anna", action, said), NAMES, List.of(FRESH)).orElse(null);
  }
}
