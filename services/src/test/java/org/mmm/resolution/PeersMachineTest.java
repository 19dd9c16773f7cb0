package org.mmm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

@DisplayName("The list of other M-Instances")
class PeersMachineTest {
  private final PeersMachine machine = new PeersMachine(Lanes.SETTINGS);
  private PeersState state = machine.empty();

  @Test
  @DisplayName("has who is new as pending, and remembers it")
  void pending() {
    assertThat(standing("new.example")).isEqualTo("pending");
    assertThat(state.peers()).containsKey("new.example");
  }

  @Test
  @DisplayName("has whom the settings allow as allowed, unless the operator said otherwise")
  void settings() {
    assertThat(standing("friend.example")).isEqualTo("allowed");
    says(new Query.SetPeer("friend.example", "blocked", 0));
    assertThat(standing("friend.example")).isEqualTo("blocked");
  }

  @Test
  @DisplayName("keeps the operator's last word, with the rate")
  void decided() {
    says(new Query.SetPeer("new.example", "allowed", 0));
    says(new Query.SetPeer("new.example", "limited", 30));
    JsonNode peer = says(new Query.Peer("new.example"));
    assertThat(peer.path("standing").asText()).isEqualTo("limited");
    assertThat(peer.path("perMinute").asInt()).isEqualTo(30);
  }

  @Test
  @DisplayName("remembers so many strangers and no more")
  void bounded() {
    for (int i = 0; i <= PeersMachine.PENDING_AT_MOST; i++) standing("p" + i + ".example");
    assertThat(state.peers()).hasSize(PeersMachine.PENDING_AT_MOST);
    assertThat(standing("one-more.example")).isEqualTo("pending");
  }

  private String standing(String peer) {
    return says(new Query.Peer(peer)).path("standing").asText();
  }

  private JsonNode says(Query query) {
    Outcome<PeerEvent> outcome = machine.on(state, new Message.Read(query), Lanes.at(Lanes.NOON));
    for (PeerEvent event : outcome.events()) state = machine.apply(state, event);
    return ((Response.View) java.util.Objects.requireNonNull(outcome.response())).body();
  }
}
