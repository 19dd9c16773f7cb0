package org.mmm.rooms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.Telling.NOW;
import static org.mmm.rooms.Telling.embeds;
import static org.mmm.rooms.Telling.persona;
import static org.mmm.rooms.Telling.standingSince;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Message;

@DisplayName("Of how an Item appears that stands in it, a Room")
class AppearanceTest {
  private final Place room = Place.annasRoomOfTwo();
  private final Call enters = embeds("Anna", 1, "Persona1", "Room1");

  @BeforeEach
  void annaEnters() {
    room.admit(enters, persona("Persona1"));
  }

  @Test
  void knowsWhatItSaysAndThatItKnowsIt() {
    assertThat(show(3, false, enters.id())).containsExactly(new Message.Shown("Room1", 3));
    assertThat(known()).isEqualTo(new Appearance(3, false, null, 0));
  }

  @Test
  void leavesWhatIsOlderAndSaysThatItKnows() {
    show(3, false, enters.id());
    assertThat(show(2, true, enters.id())).containsExactly(new Message.Shown("Room1", 2));
    assertThat(show(3, false, enters.id())).containsExactly(new Message.Shown("Room1", 3));
    assertThat(known()).isEqualTo(new Appearance(3, false, null, 0));
    assertThat(room.written).hasSize(3);
  }

  @Test
  void leavesWhatIsSaidOfAnotherStay() {
    assertThat(show(3, false, embeds("Anna", 9, "Persona1", "Room1").id())).isEmpty();
    assertThat(known()).isEqualTo(Appearance.PLAIN);
  }

  @Test
  void learnsItWithTheWishToStandThere() {
    room.admit(embeds("Anna", 2, "Persona2", "Room1"), appearing("Persona2", 5, false));
    assertThat(requireNonNull(room.state().seats().get("Persona2")).appearance())
        .isEqualTo(new Appearance(5, false, null, 0));
  }

  @Test
  void keepsTheNewerWordWhenAnOlderWishComesLater() {
    show(3, false, enters.id());
    var strolls = standingSince(enters.id(), appearing("Persona1", 2, true));
    room.admit(embeds("Anna", 2, "Persona1", "Room1"), strolls);
    assertThat(known()).isEqualTo(new Appearance(3, false, null, 0));
  }

  private List<Message> show(long number, boolean perceptible, CallId since) {
    var appearance = new Appearance(number, perceptible, null, 0);
    var word = new Message.Show("Persona1", since, appearance, Address.item("Persona1"));
    return room.tell(word, NOW).sends().stream().map(send -> send.message()).toList();
  }

  private static Args.Admission appearing(String item, long number, boolean perceptible) {
    var appearance = new Appearance(number, perceptible, null, 0);
    return new Args.Admission(item, "Persona", "", 0, null, false, null, null, appearance);
  }

  private Appearance known() {
    return requireNonNull(room.state().seats().get("Persona1")).appearance();
  }
}
