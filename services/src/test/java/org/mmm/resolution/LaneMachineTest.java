package org.mmm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName("A lane of letters to another M-Instance")
class LaneMachineTest {
  private final Lanes lane = new Lanes();

  @Test
  @DisplayName("asks first whether that one is spoken with")
  void asksFirst() {
    Outcome<LaneEvent> asked = lane.says(new Message.Request(Lanes.call(1)), Lanes.NOON);
    assertThat(asked.events()).isEmpty();
    assertThat(asked.sends()).extracting(Send::to).containsExactly(Resolution.peers());
    PaStatus.Err no = PaStatus.err(Reason.INS_RIGHTS, "blocked");
    Call refused = Lanes.call(1).with(Finding.of(Question.PEER, Lanes.PEER, no));
    assertThat(answer(lane.says(new Message.Request(refused), Lanes.NOON)).status()).isEqualTo(no);
  }

  @Test
  @DisplayName("takes a letter once, however often it is asked, and answers when it is answered")
  void takesOnce() {
    assertThat(lane.takes(1).events()).hasSize(1);
    assertThat(lane.takes(1).events()).isEmpty();
    assertThat(lane.says(new Message.Request(Lanes.call(1)), Lanes.NOON + 20_000).sends())
        .as("asked after its time, it still waits")
        .isEmpty();
    lane.says(new Message.Leaving(List.of(1L)), Lanes.NOON);
    Reply ack = Intents.plain(Lanes.call(1).action(), PaStatus.ACK);
    assertThat(answer(lane.says(new Message.Returned(1, ack), Lanes.NOON + 1)).status())
        .isEqualTo(PaStatus.ACK);
    assertThat(lane.machine.busy(lane.state)).isFalse();
    assertThat(answer(lane.takes(1))).as("the same answer to who asks again").isEqualTo(ack);
    assertThat(lane.says(new Message.Returned(1, ack), Lanes.NOON + 2).events()).isEmpty();
  }

  @Test
  @DisplayName("ends what never left when its time is over, as surely not performed")
  void lapses() {
    lane.takes(1);
    long lifetime = Lanes.SETTINGS.lifetime().toMillis();
    assertThat(lane.says(new Message.Lapsed(1), Lanes.NOON + lifetime).events())
        .as("not before")
        .isEmpty();
    Reply end = answer(lane.says(new Message.Lapsed(1), Lanes.NOON + lifetime + 1));
    assertThat(reason(end)).isEqualTo(Reason.UNABLE);
  }

  @Test
  @DisplayName("never ends by itself what may have left: only its receiver knows")
  void unknown() {
    lane.takes(1);
    lane.says(new Message.Leaving(List.of(1L)), Lanes.NOON);
    assertThat(lane.says(new Message.Lapsed(1), Long.MAX_VALUE / 2).events()).isEmpty();
    lane.says(new Message.Read(new Query.DropLetter("PA-User1-1")), Lanes.NOON);
    assertThat(lane.letter(1).dropped()).isTrue();
    assertThat(lane.machine.busy(lane.state)).isTrue();
  }

  @Test
  @DisplayName("drops at once what never left")
  void drops() {
    lane.takes(1);
    var dropped = lane.says(new Message.Read(new Query.DropLetter("PA-User1-1")), Lanes.NOON);
    assertThat(reason(answer(dropped))).isEqualTo(Reason.UNABLE);
    assertThat(lane.state.letters()).isEmpty();
    assertThat(lane.says(new Message.Read(new Query.DropLetter("PA-User1-1")), 1).response())
        .isInstanceOf(Response.Refused.class);
  }

  @Test
  @DisplayName("takes no more letters than it may keep, and forgets nothing of those")
  void full() {
    for (int i = 1; i <= Lanes.SETTINGS.lettersAtMost(); i++) lane.takes(i);
    Outcome<LaneEvent> more = lane.takes(9);
    assertThat(more.events()).isEmpty();
    assertThat(reason(answer(more))).isEqualTo(Reason.UNABLE);
    assertThat(lane.state.letters()).hasSize(Lanes.SETTINGS.lettersAtMost());
  }

  @Test
  @DisplayName("begins nothing that ran out before it came")
  void ranOut() {
    Outcome<LaneEvent> late =
        lane.says(new Message.Request(Lanes.allowed(Lanes.call(1))), Lanes.NOON + 10_001);
    assertThat(reason(answer(late))).isEqualTo(Reason.UNABLE);
    assertThat(lane.state.letters()).isEmpty();
  }

  @Test
  @DisplayName("takes a Persona along that its User may place, and nothing else")
  void carries() {
    Complements placing = Complements.nil("Persona1").withAt("Room1@" + Lanes.PEER);
    Call call = named(Lanes.call(1, Action.MM_EMBED, placing), "Persona1", "Persona");
    Outcome<LaneEvent> asked = lane.says(new Message.Request(Lanes.allowed(call)), Lanes.NOON);
    assertThat(asked.sends()).extracting(Send::to).containsExactly(Address.item("Persona1"));
    var data = JsonNodeFactory.instance.objectNode().put("dataType", "Persona").put("Data", "GLB");
    Call used = Lanes.allowed(call).with(Finding.yes(Question.USE, "Persona1").with(data));
    lane.says(new Message.Request(used), Lanes.NOON);
    assertThat(lane.letter(1).items())
        .containsExactly(new Carried("Persona1", "Persona", data.path("Data")));

    Call room = named(Lanes.call(2, Action.MM_EMBED, placing), "Persona1", "Room");
    Outcome<LaneEvent> stays = lane.says(new Message.Request(Lanes.allowed(room)), Lanes.NOON);
    assertThat(reason(answer(stays))).isEqualTo(Reason.FAULTY_PA);
  }

  private static Call named(Call call, String item, String dataType) {
    return new Call(
        call.id(),
        call.action(),
        call.account(),
        Map.of(item, new Name(Address.Kind.ITEM, dataType)),
        call.fresh(),
        call.grounds(),
        call.notAfter(),
        false,
        false,
        0,
        List.of());
  }

  private static Reply answer(Outcome<LaneEvent> outcome) {
    return outcome.sends().stream()
        .map(Send::message)
        .filter(Message.Answer.class::isInstance)
        .map(m -> ((Message.Answer) m).reply())
        .findFirst()
        .orElseThrow();
  }

  private static Reason reason(Reply reply) {
    return ((PaStatus.Err) reply.status()).reason();
  }
}
