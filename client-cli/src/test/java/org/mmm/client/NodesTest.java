package org.mmm.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.smallnode.SmallNode;
import org.mmm.smallnode.SmallNode.Trouble;

@DisplayName("Of several nodes of one M-Instance")
class NodesTest {
  private static final Patience PATIENT =
      new Patience(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(5));

  private SmallNode one;
  private SmallNode other;

  @BeforeEach
  void start() throws IOException {
    one = new SmallNode();
    other = new SmallNode();
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  @Test
  @DisplayName("the next is asked at once when one is away, and from then on")
  void asksTheNext() throws IOException {
    Api api = new Api(Nodes.at(List.of(nobody(), one.url())), Patience.none());

    assertThat(api.perform(embed("k1")).acknowledged()).isTrue();
    assertThat(api.perform(embed("k2")).acknowledged()).isTrue();
    assertThat(one.performed()).isEqualTo(2);
  }

  @Test
  @DisplayName("the next is asked with the same key when one cannot serve, or loses the connection")
  void takesTheKeyAlong() {
    one.trouble(Trouble.UNABLE);
    other.trouble(Trouble.CUT_BEFORE);
    Api api = new Api(Nodes.at(List.of(one.url(), other.url())), PATIENT);

    assertThat(api.perform(embed("k1")).acknowledged()).isTrue();
    assertThat(other.seen()).hasSize(1);
    assertThat(one.seen()).hasSize(2).extracting(SmallNode.Seen::key).containsOnly("k1");
    assertThat(one.performed()).isEqualTo(1);
  }

  @Test
  @DisplayName("all are named when none answers")
  void namesAll() throws IOException {
    URI first = nobody();
    URI second = nobody();
    Api api = new Api(Nodes.at(List.of(first, second)), Patience.none());

    assertThatThrownBy(() -> api.perform(embed("k1")))
        .hasMessageContainingAll(first.toString(), second.toString())
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.UNAVAILABLE));
  }

  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private static ActionCall embed(String key) {
    var complements = Json.object().put("Nil", "Persona1").put("At", "MM-Square");
    return new ActionCall(
        Edition.ARC_1_2, Action.MM_EMBED, "User1", complements, key, "token", false);
  }
}
