package org.mmm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.mayOf;
import static org.mmm.kernel.Telling.right;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.items.DeonticVerb;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Message;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;
import org.mmm.rights.Right;

@DisplayName("Bruno tells")
class TellingTest {
  static final Response BAD_TOKEN = new Response.BadToken();

  final Right may = mayOf("Persona1", Action.INFORM, Complements.nil("Persona1"));
  final Right fromBruno =
      right("R1", DeonticVerb.MAY, "Bruno", "Bruno", Action.INFORM, Complements.nil("Bruno"));
  final OneProcess bruno = OneProcess.user("Bruno", may);

  static Stream<Query> ofHisOwn() {
    return Stream.of(
        new Query.ReadItem(Address.item("Persona1"), "stolen"),
        new Query.Activity(0, 10, false, "stolen"),
        new Query.ReadActivity(Address.process("Anna"), 0, 10, false, "stolen"),
        new Query.RightsHeld("stolen"),
        new Query.Known("stolen"),
        new Query.Profile("stolen"),
        new Query.Inbox(0, false, "stolen"),
        new Query.InboxAck(1, "stolen"));
  }

  @ParameterizedTest
  @MethodSource("ofHisOwn")
  void nothingForABadToken(Query query) {
    assertThat(bruno.read(query)).isEqualTo(BAD_TOKEN);
    assertThat(bruno.written).hasSize(1); // his founding
  }

  @Test
  void whatHeMayDo() {
    JsonNode right = view(new Query.RightsHeld("token1")).path("rights").path(0);

    assertThat(right.path("sentence").asText()).isEqualTo("May Granted Inform Persona1");
    assertThat(right.path("giver").asText()).isEqualTo("Anna");
    assertThat(right.path("complements").path("Nil").asText()).isEqualTo("Persona1");
    assertThat(right.path("stamp").path("entity").asText()).isEqualTo("Persona1");
  }

  @Test
  void whoHeIs() {
    JsonNode profile = view(new Query.Profile(null));

    assertThat(profile.path("processID").asText()).isEqualTo("Bruno");
    assertThat(profile.path("type").asText()).isEqualTo("User");
    assertThat(profile.path("actions")).anyMatch(a -> a.asText().equals("MM-Embed"));
    assertThat(profile.path("actions")).noneMatch(a -> a.asText().equals("Register"));
  }

  @Test
  void whatHeDid() {
    bruno.submit(bruno.embeds("k1", "Room1"));
    bruno.answer(1, PaStatus.err(Reason.CLASH, "full"));
    JsonNode entry = view(new Query.Activity(0, 10, false, "token1")).path("entries").path(0);

    assertThat(entry.path("processActionID").asText()).isEqualTo("PA-Bruno-1");
    assertThat(entry.path("action").asText()).isEqualTo("MM-Embed");
    assertThat(entry.path("reason").asText()).isEqualTo("Clash");
    assertThat(entry.path("complements").path("At").asText()).isEqualTo("Room1");
  }

  @Test
  @DisplayName("what he does next to who waits for it")
  void wakesWhoWaitsForTheLog() {
    var waiting = bruno.tell(new Message.Read(new Query.Activity(0, 10, true, null)));
    var before = bruno.state();
    bruno.submit(bruno.embeds("k1", "Room1"));
    assertThat(bruno.wakes(before, String.valueOf(waiting.awaits()))).isEmpty();
    bruno.answer(1, PaStatus.ACK);

    assertThat(bruno.wakes(before, String.valueOf(waiting.awaits())).get(Telling.LOG))
        .isInstanceOfSatisfying(
            Response.View.class, v -> assertThat(v.body().path("entries")).hasSize(1));
  }

  @Test
  @DisplayName("what he receives to who waits for it, until it is acknowledged")
  void keepsTheInbox() {
    var waiting = bruno.tell(new Message.Read(new Query.Inbox(0, true, "token1")));
    assertThat(waiting.awaits()).isEqualTo(Telling.INBOX);
    var before = bruno.state();
    bruno.ask(
        Question.DELIVER,
        call("Anna", 1, Action.MM_SEND, Complements.NONE.withTo("Bruno")),
        new Args.Delivery("Message1", "Message", "Anna", 0, null));

    assertThat(bruno.wakes(before, Telling.INBOX)).containsKey(Telling.INBOX);
    assertThat(view(new Query.Inbox(0, true, "token1")).path("messages")).hasSize(1);
    bruno.read(new Query.InboxAck(1, "token1"));
    assertThat(view(new Query.Inbox(0, false, "token1")).path("messages")).isEmpty();
    assertThat(view(new Query.Known(null)).path("items")).hasSize(1);
  }

  @Test
  @DisplayName("an Item to show itself, with his grounds")
  void readsAnItem() {
    var query = new Query.ReadItem(Address.item("Persona1"), "token1");
    var outcome = bruno.tell(new Message.Read(query));

    assertThat(outcome.sends())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.to()).isEqualTo(Address.item("Persona1"));
              assertThat(s.passCaller()).isTrue();
              Query show = ((Message.Read) s.message()).query();
              assertThat(((Query.Show) show).grounds().rights()).containsExactly(may);
              assertThat(((Query.Show) show).operator()).isFalse();
            });
  }

  @Test
  @DisplayName("his log to whom he gave the Right to Inform about him, and to nobody else")
  void showsHisLogByRight() {
    bruno.submit(bruno.embeds("k1", "Room1"));
    bruno.answer(1, PaStatus.ACK);
    Right stranger = mayOf("Bruno", Action.INFORM, Complements.nil("Bruno")); // from Anna
    assertThat(bruno.read(show(Grounds.NONE)))
        .isInstanceOfSatisfying(
            Response.Refused.class,
            r -> assertThat(r.status().reason()).isEqualTo(Reason.INS_RIGHTS));
    assertThat(bruno.read(show(Grounds.of(stranger)))).isInstanceOf(Response.Refused.class);
    assertThat(view(show(Grounds.of(fromBruno))).path("entries")).hasSize(1);
  }

  @Test
  @DisplayName("to another who waits for his log that there is news, and not what")
  void wakesAnotherWithoutTellingIt() {
    var waiting = bruno.tell(new Message.Read(show(Grounds.of(fromBruno))));
    assertThat(waiting.awaits()).isEqualTo(Telling.LOG_OF_OTHER);
    var before = bruno.state();
    bruno.submit(bruno.embeds("k1", "Room1"));
    bruno.answer(1, PaStatus.ACK);
    assertThat(bruno.wakes(before, Telling.LOG_OF_OTHER).get(Telling.LOG_OF_OTHER))
        .isInstanceOfSatisfying(
            Response.View.class, v -> assertThat(v.body().path("entries")).isEmpty());
  }

  private static Query show(Grounds grounds) {
    var reading =
        new ProcessAction("Carla", Action.INFORM, Edition.TEC_2_2, Complements.nil("Bruno"));
    return new Query.ShowActivity(reading, grounds, 0, 10, true);
  }

  @Test
  @DisplayName("to who waits with a token that has ended, so that it asks again and gets nothing")
  void wakesTheInboxWhenATokenEnds() {
    var before = bruno.state();
    bruno.read(new Query.EndSession("token1"));
    assertThat(bruno.wakes(before, Telling.INBOX)).containsKey(Telling.INBOX);
    assertThat(bruno.read(new Query.Inbox(0, true, "token1"))).isEqualTo(BAD_TOKEN);
  }

  @Test
  void nothingBeforeHeIsBorn() {
    assertThat(new OneProcess("Bruno").read(new Query.Profile(null)))
        .isInstanceOfSatisfying(
            Response.Refused.class, r -> assertThat(r.status().reason()).isEqualTo(Reason.INC_ID));
  }

  @Test
  void byTheTokensOfHisSessions() {
    bruno.read(new Query.Session("token2"));
    assertThat(bruno.read(new Query.Profile("token2"))).isInstanceOf(Response.View.class);
    bruno.read(new Query.EndSession("token2"));
    assertThat(bruno.read(new Query.Profile("token2"))).isEqualTo(BAD_TOKEN);
  }

  private JsonNode view(Query query) {
    if (bruno.read(query) instanceof Response.View view) return view.body();
    throw new AssertionError("no view for " + query);
  }
}
