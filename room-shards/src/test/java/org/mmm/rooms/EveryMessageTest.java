package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rooms.Telling.NOW;
import static org.mmm.rooms.Telling.embeds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Trial;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.rights.Grounds;

@DisplayName("A place, founded or not, knows what to do with")
class EveryMessageTest {
  static final Call CALL = embeds("Anna", 1, "Persona1", "Room1");

  @ParameterizedTest(name = "{0}")
  @EnumSource(Question.class)
  void everyQuestionByAnsweringIt(Question question) {
    for (Place place : List.of(new Place("Room1"), Place.annasRoomOfTwo())) {
      Outcome<PlaceEvent> outcome =
          place.tell(Telling.consult(question, CALL, args(question)), NOW);
      assertThat(outcome.sends())
          .singleElement()
          .satisfies(
              s -> {
                assertThat(s.to()).isEqualTo(Address.item("Persona1"));
                assertThat(((Message.Request) s.message()).call().found(question, "Room1"))
                    .isPresent();
              });
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Action.class)
  void everyRequestByAnsweringItOrAskingFurther(Action action) {
    var complements = Complements.nil("Room1").withAt("Parcel1");
    for (Place place : List.of(new Place("Room1"), Place.annasRoomOfTwo())) {
      Call call = Telling.call("Anna", 5, action, complements);
      Outcome<PlaceEvent> outcome = place.tell(new Message.Request(call), NOW);
      assertThat(outcome.sends()).as("%s", outcome).isNotEmpty();
      assertThat(place.tell(new Message.Request(call.settling()), NOW).sends()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNotMeantForItByDoingNothing(Message message) {
    for (Place place : List.of(new Place("Room1"), Place.annasRoomOfTwo())) {
      assertThat(place.tell(message, NOW)).isEqualTo(Outcome.nothing());
    }
  }

  static Stream<Message> whatIsNotMeantForItByDoingNothing() {
    var ask = new Ask("k", "d", CALL.action(), Map.of(), List.of(), 0, false, null, null);
    var trial = Trial.of(ask, Address.process("Anna"));
    return Stream.of(
        new Message.Submit(ask),
        new Message.Try(ask, trial, "A"),
        new Message.Tried(CALL.action(), trial, Reply.of(CALL, PaStatus.ACK)),
        new Message.Instruct(ask, Address.process("Anna"), CALL.id(), "A"),
        new Message.Answer(CALL.id(), Reply.of(CALL, PaStatus.ACK)),
        new Message.Released("MM-Square", CALL.id()),
        new Message.Show("Nobody", CALL.id(), Appearance.PLAIN, Address.item("Nobody")),
        new Message.Shown("MM-Square", 1),
        new Message.Said("Anna", "Message1", "hello"),
        new Message.Read(new Query.Activity(0, 1, false, null)));
  }

  @Test
  void readersByShowingThemWhatTheyMaySee() {
    var reads =
        new Query.Show(
            Telling.call("Anna", 1, Action.INFORM, Complements.nil("Room1")).action(),
            Grounds.NONE,
            false);
    assertThat(new Place("Room1").tell(new Message.Read(reads), NOW).response())
        .isInstanceOf(Response.Refused.class);
    Place room = Place.annasRoomOfTwo();
    room.admit(CALL, Telling.at(1, 0, -1, Telling.persona("Persona1")));
    var shown = (Response.View) room.tell(new Message.Read(reads), NOW).response();
    assertThat(String.valueOf(shown == null ? null : shown.body()))
        .contains("\"side\":4.0", "\"capacity\":2", "\"inside\":[\"Persona1\"]");
  }

  @Test
  void aViewToBeCompletedByHowItStands() {
    var view = JsonNodeFactory.instance.objectNode().put("itemID", "Persona1");
    view.putObject("place").put("at", "Room1");
    var seat = new Message.Read(new Query.Seat("Persona1", view));
    assertThat(new Place("Room1").tell(seat, NOW).response()).isEqualTo(new Response.View(view));
    Place room = Place.annasRoomOfTwo();
    room.admit(CALL, Telling.at(1, 0, -1, Telling.persona("Persona1")));
    var shown = (Response.View) room.tell(seat, NOW).response();
    assertThat(String.valueOf(shown == null ? null : shown.body()))
        .contains(
            "\"at\":\"Room1\"", "\"position\":[1.0,0.0,-1.0]", "\"orientation\":[0.0,0.0,0.0]");
  }

  @Test
  void allKindsOfMessages() {
    assertThat(Arrays.stream(Message.class.getPermittedSubclasses()).map(Class::getSimpleName))
        .containsExactlyInAnyOrder(
            "Submit",
            "Instruct",
            "Try",
            "Tried",
            "Request",
            "Consult",
            "Answer",
            "Release",
            "Released",
            "Show",
            "Shown",
            "Said",
            "Leaving",
            "Returned",
            "Lapsed",
            "Read");
  }

  private static @Nullable Args args(Question question) {
    return switch (question) {
      case FOUND -> Telling.place("Room", "Anna", false, 4, 2);
      case ADMIT -> Telling.persona("Persona1");
      case RESERVE, TRANSFER, FREE ->
          new Args.Reservation("Bruno", "Bruno", "", BigDecimal.ZERO, "EUR", "");
      case HOLD -> new Args.Holding("Bruno", Telling.NOON + 60_000);
      case DELIVER -> new Args.Delivery("Message1", "Message", "Anna", 0, null);
      case OWN, USE, ABOVE, CLAIM, OUTSIDE, PRESENT, NAMES, COUNT, UNCOUNT, PEER -> null;
    };
  }
}
