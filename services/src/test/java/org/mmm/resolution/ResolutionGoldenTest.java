package org.mmm.resolution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.golden.Stored;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Name;
import org.mmm.pa.PaStatus;
import org.mmm.service.ServiceEvent;

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
  void ofSessions() throws IOException {
    var rights = JsonNodeFactory.instance.objectNode().put("Header", "MMM-RGT-V2.2");
    var text = JsonNodeFactory.instance.objectNode().put("text", "hello");
    var performed =
        new Performed(
            Lanes.call(2).id(),
            Lanes.call(2).action(),
            Intents.plain(Lanes.call(2).action(), PaStatus.ACK),
            Lanes.NOON,
            1,
            AT);
    Name user = new Name(Address.Kind.PROCESS, "User");
    String bob = "Bob@beta.example";
    Address self = new Name(Address.Kind.SERVICE, Name.SESSION).address("Resolution-0123456789ab");
    SessionState state = SessionState.EMPTY;
    for (SessionEvent event :
        List.of(
            new SessionEvent.Opened(
                "Anna",
                "Account-1",
                List.of(
                    new SessionEvent.Partner(bob, rights), new SessionEvent.Partner("Carl", null)),
                Map.of("Carl", user),
                Lanes.NOON + 60_000,
                AT),
            new SessionEvent.Responded(bob, true, AT),
            new SessionEvent.Granted("Carl", ""),
            new SessionEvent.Said(text, List.of(bob, "Carl"), AT),
            new SessionEvent.Handed(bob, 1, AT),
            new SessionEvent.Told("Carl", 1, "IncID: gone", AT),
            new SessionEvent.OfService(new ServiceEvent.Answered(performed)),
            new SessionEvent.Closed(AT))) {
      Stored.isAsItsFileSays(SessionEvent.class, event);
      state = state.apply(self, event);
    }
    Stored.isAsItsFileSays(SessionState.class, state);
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
