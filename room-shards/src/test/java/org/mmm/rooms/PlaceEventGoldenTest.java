package org.mmm.rooms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.Telling.NOW;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.item.ItemEvent;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Line;

@DisplayName("The form in which an event of a place is stored never changes")
class PlaceEventGoldenTest {
  static final CallId CALL = new CallId(Address.process("Anna"), 7, 0);
  static final Appearance LOOKS = new Appearance(3, false, "Stream1", Telling.NOON);
  static final Seat SEAT =
      new Seat("Persona1", "Persona", 0, new Attitude(1, 0, -1, 90, 0, 0), CALL, LOOKS, "Anna");
  static final Map<String, PlaceEvent> EVENTS =
      Map.of(
          "of-item", new PlaceEvent.OfItem(new ItemEvent.PropertyChanged(true, NOW.hlc())),
          "admitted", new PlaceEvent.Admitted(told(Question.ADMIT, PaStatus.ACK, SEAT), NOW.hlc()),
          "admission-refused",
              new PlaceEvent.AdmissionRefused(
                  "Persona1", told(Question.ADMIT, full(), null), NOW.hlc()),
          "seat-released", new PlaceEvent.SeatReleased("Persona1", CALL, NOW.hlc()),
          "appeared", new PlaceEvent.Appeared("Persona1", CALL, LOOKS, NOW.hlc()),
          "spoken", new PlaceEvent.Spoken(told(Question.DELIVER, PaStatus.ACK, null), NOW.hlc()),
          "held",
              new PlaceEvent.Held(
                  new Hold("Anna", Telling.NOON + 60_000, CALL),
                  told(Question.HOLD, PaStatus.ACK, null),
                  NOW.hlc()),
          "hold-refused", new PlaceEvent.HoldRefused(told(Question.HOLD, full(), null), NOW.hlc()));

  static Stream<String> names() {
    return EVENTS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isWrittenAndReadAsItWas(String name) throws IOException {
    PlaceEvent event = requireNonNull(EVENTS.get(name));
    var json = Cbor.JSON;
    String now = json.writerFor(PlaceEvent.class).writeValueAsString(event);
    try (var golden = PlaceEventGoldenTest.class.getResourceAsStream(name + ".json")) {
      assertThat(golden).as("golden file of %s, which is now %s", name, now).isNotNull();
      var then = json.readTree(golden);
      assertThat(json.readTree(now)).isEqualTo(then);
      assertThat(json.readValue(then.toString(), PlaceEvent.class)).isEqualTo(event);
    }
    assertThat(Cbor.roundTrip(PlaceEvent.class, event)).isEqualTo(event);
  }

  @Test
  void norDoesThatOfTheStateAfterThem() throws IOException {
    PlaceState state = PlaceState.unborn("Room1");
    for (String name : List.of("of-item", "admitted", "held")) {
      state = state.apply(requireNonNull(EVENTS.get(name)));
    }
    String now = Cbor.JSON.writeValueAsString(state);
    try (var golden = PlaceEventGoldenTest.class.getResourceAsStream("PlaceState.json")) {
      assertThat(golden).as("golden file of PlaceState, which is now %s", now).isNotNull();
      var then = Cbor.JSON.readTree(golden);
      assertThat(Cbor.JSON.readTree(now)).isEqualTo(then);
      assertThat(Cbor.JSON.readValue(then.toString(), PlaceState.class)).isEqualTo(state);
    }
    assertThat(Cbor.roundTrip(PlaceState.class, state)).isEqualTo(state);
  }

  @Test
  void isReadAsItWasBeforeSeatsSaidWhoOwnsThemAndHowTheyAppear() throws IOException {
    try (var golden = PlaceEventGoldenTest.class.getResourceAsStream("admitted-1.json")) {
      var admitted = Cbor.JSON.readValue(golden, PlaceEvent.Admitted.class);
      assertThat(admitted.seat())
          .isEqualTo(
              new Seat("Persona1", "Persona", 0, SEAT.attitude(), CALL, Appearance.PLAIN, ""));
    }
    try (var golden = PlaceEventGoldenTest.class.getResourceAsStream("PlaceState-1.json")) {
      var state = Cbor.JSON.readValue(golden, PlaceState.class);
      assertThat(requireNonNull(state.seats().get("Persona1")).appearance())
          .isEqualTo(Appearance.PLAIN);
    }
  }

  @Test
  void isPinnedForEachOfThem() {
    var named = PlaceEvent.class.getAnnotation(JsonSubTypes.class).value();
    assertThat(EVENTS)
        .containsOnlyKeys(Arrays.stream(named).map(JsonSubTypes.Type::name).toArray(String[]::new));
  }

  private static PaStatus.Err full() {
    return PaStatus.err(Reason.CLASH, "Room1 is full: it takes 2");
  }

  private static Told told(Question question, PaStatus status, @Nullable Seat seat) {
    var line = new Line("Room1", true, null, "Room1 permits: Anna owns it");
    return new Told(question, CALL, status, seat, List.of(line), Telling.NOON + 30_000, 3);
  }
}
