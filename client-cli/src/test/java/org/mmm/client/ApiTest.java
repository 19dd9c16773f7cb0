package org.mmm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.smallnode.SmallNode;
import org.mmm.smallnode.SmallNode.Trouble;

@DisplayName("A request to a node in trouble")
class ApiTest {
  private static final Patience PATIENT =
      new Patience(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(5));

  private SmallNode node;

  @BeforeEach
  void start() throws IOException {
    node = new SmallNode();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void isRepeatedUnderTheSameKeyUntilItIsAnswered() {
    node.trouble(Trouble.UNABLE, Trouble.OVERLOADED, Trouble.UNABLE);

    Outcome outcome = api(PATIENT).perform(embed("k1"));

    assertThat(outcome.acknowledged()).isTrue();
    assertThat(node.seen()).hasSize(4).extracting(SmallNode.Seen::key).containsOnly("k1");
    assertThat(node.performed()).isEqualTo(1);
  }

  @Test
  void takesEffectOnceWhenTheConnectionIsLostAfterIt() {
    node.trouble(Trouble.CUT_AFTER, Trouble.CUT_BEFORE);

    Outcome outcome = api(PATIENT).perform(embed("k2"));

    assertThat(outcome.acknowledged()).isTrue();
    assertThat(node.performed()).isEqualTo(1);
  }

  @Test
  void isSettledByAskingAgainWhenTheOutcomeWasUnknown() {
    node.trouble(Trouble.UNKNOWN);

    assertThat(api(PATIENT).perform(embed("k3")).acknowledged()).isTrue();
    assertThat(node.performed()).isEqualTo(1);
  }

  @Test
  void isUnavailableWithoutPatience() {
    node.trouble(Trouble.UNABLE);

    assertThat(api(Patience.none()).perform(embed("k4")).exit()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(node.performed()).isZero();
  }

  @Test
  void isUnknownWhenTheConnectionIsLostAndPatienceIsOver() {
    node.trouble(Trouble.CUT_AFTER, Trouble.CUT_AFTER, Trouble.CUT_AFTER);

    assertThatThrownBy(() -> api(Patience.none()).perform(embed("k5")))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.UNKNOWN));
  }

  @Test
  void isUnavailableWhereNobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Api api = new Api(new HttpTransport(URI.create("http://127.0.0.1:" + free)), Patience.none());

    assertThatThrownBy(() -> api.perform(embed("k6")))
        .hasMessageContaining("mmm up")
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.UNAVAILABLE));
  }

  @Test
  void waitsLongerEachTimeButNeverLongerThanTheBound() {
    Patience patience = Patience.of(Duration.ofSeconds(30));

    assertThat(patience.pauseAfter(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(patience.pauseAfter(3)).isEqualTo(Duration.ofMillis(400));
    assertThat(patience.pauseAfter(1_000)).isEqualTo(Duration.ofSeconds(2));
  }

  private Api api(Patience patience) {
    return new Api(new HttpTransport(node.url()), patience);
  }

  private static ActionCall embed(String key) {
    var complements = Json.object().put("Nil", "Persona1").put("At", "MM-Square");
    return new ActionCall(
        Edition.ARC_1_2, Action.MM_EMBED, "User1", complements, key, "token", false);
  }
}
