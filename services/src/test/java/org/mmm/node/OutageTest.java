package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("While another M-Instance cannot be reached")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OutageTest {
  private static final String[] PATIENT = {
    "mmm.federation.retry-at-most = 500 ms", "mmm.federation.document-for = 2 s"
  };

  @TempDir Path directory;
  private TwoInstances two;

  @BeforeEach
  void start() throws Exception {
    two = TwoInstances.introduced(directory, PATIENT);
    two.alpha().register("Anna");
    two.beta().register("Bob");
  }

  @AfterEach
  void stop() {
    two.close();
  }

  @Test
  @DisplayName("Messages wait, and come in their order, each once")
  void waits() throws Exception {
    two.beta().close();
    List<String> texts = IntStream.range(0, 6).mapToObj(i -> "Number " + i).toList();
    for (String text : texts) sends(text);
    awaitLetters(6);
    assertThat(two.letters(two.alpha(), two.betaId()).response().body())
        .contains("\"left\":false", "Bob@" + two.betaId());
    two.startBeta();
    assertThat(TwoInstances.heard(two.beta(), "Bob", 6)).containsExactlyElementsOf(texts);
    awaitLetters(0);
  }

  @Test
  @DisplayName("they wait for a day, and come in their order, each once")
  void waitsForADay() throws Exception {
    two.beta().close();
    List<String> texts = IntStream.range(0, 6).mapToObj(i -> "Today " + i).toList();
    for (String text : texts) sends(text);
    awaitLetters(6);
    two.later(Duration.ofHours(24));
    two.alpha().close();
    two.startAlpha();
    awaitLetters(6);
    two.startBeta();
    assertThat(TwoInstances.heard(two.beta(), "Bob", 6)).containsExactlyElementsOf(texts);
    awaitLetters(0);
  }

  @Test
  @DisplayName("they wait no longer than they may, and their sender is told that they never left")
  void waitsNoLonger() throws Exception {
    two.beta().close();
    sends("Too late");
    awaitLetters(1);
    two.later(Duration.ofHours(49));
    awaitLetters(0);
    two.startBeta();
    sends("In time");
    assertThat(TwoInstances.heard(two.beta(), "Bob", 1)).containsExactly("In time");
    assertThat(
            two.alpha()
                .client()
                .get("/api/v2.2/processes/Anna/activity", two.alpha().operator())
                .response()
                .body())
        .contains("never left");
  }

  @Test
  @DisplayName("they wait across a restart of their sender too")
  void senderRestarts() throws Exception {
    two.beta().close();
    for (int i = 0; i < 3; i++) sends("Kept " + i);
    awaitLetters(3);
    two.alpha().close();
    two.startAlpha();
    awaitLetters(3);
    two.startBeta();
    assertThat(TwoInstances.heard(two.beta(), "Bob", 3))
        .containsExactly("Kept 0", "Kept 1", "Kept 2");
    awaitLetters(0);
    // Who asks again by the same key is told how it ended.
    var told = two.alpha().says("Anna", "Bob@" + two.betaId(), "Kept 1");
    assertThat(told.status()).as(told.response().body()).isEqualTo(200);
  }

  @Test
  @DisplayName("what is no Message runs out, surely not performed if it never left")
  void runsOut() throws Exception {
    two.beta().close();
    String asked = "{\"Nil\": \"Bob-Persona@%s\", \"At\": \"MVS@%s\"}";
    var answer =
        two.alpha()
            .does("Anna", "locate/mm-add", "too-late", asked.formatted(two.betaId(), two.betaId()));
    assertThat(answer.code()).as(answer.response().body()).isIn("Unable", "Unknown");
    awaitLetters(0);
    assertThat(
            two.alpha()
                .client()
                .get("/api/v2.2/processes/Anna/activity", two.alpha().token("Anna"))
                .response()
                .body())
        .contains("never left", "could not be reached");
  }

  @Test
  @DisplayName("a letter leaves after its own node was started anew, though nobody asks for it")
  void leavesByItself() throws Exception {
    two.beta().close();
    sends("By itself");
    awaitLetters(1);
    two.alpha().close();
    two.startBeta();
    two.startAlpha();
    assertThat(TwoInstances.heard(two.beta(), "Bob", 1)).containsExactly("By itself");
  }

  @Test
  @DisplayName("what was handed over is said to have come, once it can be said")
  void settlesLater() throws Exception {
    var made =
        two.alpha()
            .does("Anna", "item/author", "makes", "{\"With\": [{\"Header\": \"MMM-ASS-V2.2\"}]}");
    String item = made.json().path("complements").path("Nil").asText();
    two.alpha().does("Anna", "economy/post", "offers", "{\"Nil\": \"" + item + "\"}");
    for (int round = 0; round < 2; round++) { // the second time it is known already
      String wanted = "{\"Nil\": \"%s@%s\", \"From\": \"Anna@%s\"}";
      var bought =
          two.beta()
              .does(
                  "Bob",
                  "economy/transact",
                  "buys",
                  wanted.formatted(item, two.alphaId(), two.alphaId()));
      assertThat(bought.status()).as(bought.response().body()).isEqualTo(201);
      two.alpha().close();
      two.beta().close();
      two.startAlpha();
      two.startBeta();
      Awaitility.await()
          .atMost(Duration.ofSeconds(40))
          .until(
              () ->
                  two.alpha()
                      .client()
                      .get("/api/v2.2/items/" + item, two.alpha().operator())
                      .json()
                      .path("handedOver")
                      .path("settled")
                      .asBoolean());
    }
  }

  @Test
  @DisplayName("the operator drops a letter that never left, and its sender is told so")
  void dropped() throws Exception {
    two.beta().close();
    var waiting = sends("Dropped");
    awaitLetters(1);
    String message =
        two.letters(two.alpha(), two.betaId())
            .json()
            .path("letters")
            .get(0)
            .path("message")
            .asText();
    var dropped =
        two.alpha()
            .operatorClient()
            .send(
                "DELETE",
                "/admin/peers/" + two.betaId() + "/letters/" + message,
                two.alpha().operator(),
                "",
                "");
    assertThat(dropped.status()).as(dropped.response().body()).isEqualTo(200);
    assertThat(waiting.get(30, TimeUnit.SECONDS).response().body())
        .contains("Unable", "the operator dropped it");
    awaitLetters(0);
    two.startBeta();
    sends("Not dropped");
    assertThat(TwoInstances.heard(two.beta(), "Bob", 1)).containsExactly("Not dropped");
  }

  /** The client waits for the answer; nobody has to. */
  private CompletableFuture<Client.Answer> sends(String text) throws Exception {
    two.alpha().token("Anna");
    int before = count();
    String to = "Bob@" + two.betaId();
    LiveNode alpha = two.alpha();
    CompletableFuture<Client.Answer> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return alpha.says("Anna", to, text);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> answer.isDone() || count() > before);
    return answer;
  }

  private int count() throws Exception {
    return two.letters(two.alpha(), two.betaId()).json().path("letters").size();
  }

  private void awaitLetters(int many) {
    Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> count() == many);
  }
}
