package org.mmm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

@DisplayName("What came from another M-Instance")
class ArrivalMachineTest {
  private static final ObjectNode NEVER = JsonNodeFactory.instance.objectNode().put("never", true);
  private static final ObjectNode DONE = JsonNodeFactory.instance.objectNode().put("done", true);
  private static final long WEEK = ArrivalState.KEPT.toMillis();

  private final ArrivalMachine machine = new ArrivalMachine(Lanes.SETTINGS);
  private ArrivalState state = machine.empty();
  private int nonces;

  @Test
  @DisplayName("is performed when it comes first, and answered the same from then on")
  void once() {
    assertThat(arrives("m1", "d1", 0)).isEqualTo(Verdict.GO);
    assertThat(arrives("m1", "d1", 1)).as("not answered yet").isEqualTo(Verdict.GO);
    settles("m1", DONE, 2);
    settles("m1", NEVER, 3);
    assertThat(says(arrival("m1", "d1", false, 10_000), 4).path("answer")).isEqualTo(DONE);
  }

  @Test
  @DisplayName("is a Clash under an ID that said something else")
  void clash() {
    arrives("m1", "d1", 0);
    assertThat(arrives("m1", "other", 1)).isEqualTo(Verdict.CLASH);
  }

  @Test
  @DisplayName("is not begun after its time, also if it comes again and the clock went back")
  void late() {
    assertThat(says(arrival("m1", "d1", false, 10_000), 10_001).path("answer")).isEqualTo(NEVER);
    assertThat(says(arrival("m1", "d1", false, 10_000), 9_000).path("answer")).isEqualTo(NEVER);
  }

  @Test
  @DisplayName("is not begun once it was withdrawn")
  void withdrawn() {
    assertThat(says(arrival("m1", "d1", true, 10_000), 0).path("answer")).isEqualTo(NEVER);
    assertThat(says(arrival("m1", "d1", false, 10_000), 1).path("answer")).isEqualTo(NEVER);
  }

  @Test
  @DisplayName("is remembered for 7 days after its time, and not claimed to be known later")
  void forgotten() {
    arrives("m1", "d1", 0);
    settles("m1", DONE, 1);
    assertThat(says(arrival("m1", "d1", false, 10_000), WEEK).path("answer")).isEqualTo(DONE);
    says(arrival("m2", "d2", false, WEEK + 60_000), WEEK + 20_000);
    assertThat(state.arrivals()).doesNotContainKey("m1");
    assertThat(arrives("m1", "d1", WEEK + 20_001)).isEqualTo(Verdict.FORGOTTEN);
  }

  @Test
  @DisplayName("bears no signature that was seen, as long as that could be taken")
  void replayed() {
    var first = new Query.Arrive("m1", "d1", "same", Lanes.NOON + 35_000, at(10_000), false, NEVER);
    assertThat(says(first, 0).path("verdict").asText()).isEqualTo("GO");
    assertThat(says(first, 35_000).path("verdict").asText()).isEqualTo("REPLAYED");
    arrives("m2", "d2", 50_000);
    assertThat(state.nonces()).doesNotContainKey("same");
  }

  @Test
  @DisplayName("is refused for the moment when as many are remembered as may be")
  void full() {
    for (int i = 0; i < Lanes.SETTINGS.arrivalsAtMost(); i++) arrives("m" + i, "d", i);
    assertThat(arrives("one more", "d", 9)).isEqualTo(Verdict.BUSY);
    assertThat(arrives("m0", "d", 10)).as("who is known").isEqualTo(Verdict.GO);
  }

  private Verdict arrives(String message, String digest, long millis) {
    JsonNode told = says(arrival(message, digest, false, 10_000), millis);
    return Verdict.valueOf(told.path("verdict").asText());
  }

  private Query.Arrive arrival(String message, String digest, boolean withdraws, long expires) {
    return new Query.Arrive(
        message, digest, "n" + nonces++, at(1_000), at(expires), withdraws, NEVER);
  }

  private void settles(String message, ObjectNode answer, long millis) {
    says(new Query.Settle(message, answer), millis);
  }

  private static long at(long millis) {
    return Lanes.NOON + millis;
  }

  private JsonNode says(Query query, long millis) {
    Outcome<ArrivalEvent> outcome =
        machine.on(state, new Message.Read(query), Lanes.at(at(millis)));
    for (ArrivalEvent event : outcome.events()) state = machine.apply(state, event);
    return outcome.response() instanceof Response.View view
        ? view.body()
        : JsonNodeFactory.instance.missingNode();
  }
}
