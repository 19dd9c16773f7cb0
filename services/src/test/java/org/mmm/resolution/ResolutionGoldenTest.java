package org.mmm.resolution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.golden.Stored;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.kernel.Hlc;
import org.mmm.pa.PaStatus;

@DisplayName("The form in which the Resolution Service stores what it remembers never changes")
class ResolutionGoldenTest {
  private static final Hlc AT = new Hlc(Lanes.NOON, 1);

  @Test
  void ofLetters() throws IOException {
    var data = JsonNodeFactory.instance.objectNode().put("x", 1);
    Letter letter =
        new Letter(
            1,
            "PA-User1-1",
            Lanes.call(1),
            List.of(new Carried("Persona1", "Persona", data)),
            Lanes.NOON,
            Lanes.NOON + 10_000,
            false,
            false,
            false,
            null,
            false);
    Performed performed =
        new Performed(
            Lanes.call(2).id(),
            Lanes.call(2).action(),
            Intents.plain(Lanes.call(2).action(), PaStatus.ACK),
            Lanes.NOON,
            1,
            AT);
    LaneState state = LaneState.EMPTY;
    for (LaneEvent event :
        List.of(
            new LaneEvent.Taken(letter),
            new LaneEvent.Left(List.of(1L)),
            new LaneEvent.Dropped(1),
            new LaneEvent.Came(9, performed.reply()),
            new LaneEvent.Ended(2, performed),
            new LaneEvent.Confirmed(7))) {
      Stored.isAsItsFileSays(LaneEvent.class, event);
      state = state.apply(event);
    }
    Stored.isAsItsFileSays(LaneState.class, state);
  }

  @Test
  void ofArrivals() throws IOException {
    var answer = JsonNodeFactory.instance.objectNode().put("Status", "Ack");
    var nonce = new ArrivalEvent.Nonce("0a1b", Lanes.NOON + 35_000);
    ArrivalState state = ArrivalState.EMPTY;
    for (ArrivalEvent event :
        List.of(
            new ArrivalEvent.Arrived("m1", "sha-256=:x:", Lanes.NOON + 10_000, nonce, null, AT),
            new ArrivalEvent.CameAgain(new ArrivalEvent.Nonce("2c3d", Lanes.NOON + 36_000), AT),
            new ArrivalEvent.Answered("m1", answer, AT))) {
      Stored.isAsItsFileSays(ArrivalEvent.class, event);
      state = state.apply(event);
    }
    Stored.isAsItsFileSays(ArrivalState.class, state);
  }

  @Test
  void ofPeers() throws IOException {
    PeersState state = PeersState.EMPTY;
    for (PeerEvent event :
        List.of(
            new PeerEvent.Met("beta.example", AT),
            new PeerEvent.Decided("gamma.example", Standing.LIMITED, 30, AT))) {
      Stored.isAsItsFileSays(PeerEvent.class, event);
      state = state.apply(event);
    }
    Stored.isAsItsFileSays(PeersState.class, state);
  }
}
