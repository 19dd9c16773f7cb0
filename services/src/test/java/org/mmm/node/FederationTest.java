package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Two M-Instances that allow each other")
class FederationTest {
  @TempDir static Path directory;
  private static TwoInstances two;

  @BeforeAll
  static void start() throws Exception {
    two = TwoInstances.introduced(directory);
    two.alpha().register("Anna");
    two.beta().register("Bob");
  }

  @AfterAll
  static void stop() {
    two.close();
  }

  @Test
  @DisplayName("carry a Message from a Process of one to a Process of the other, and the Ack back")
  void carryAMessage() throws Exception {
    var sent = says("Hello over there");
    assertThat(sent.status()).as(sent.response().body()).isEqualTo(200);
    assertThat(TwoInstances.heard(two.beta(), "Bob", 1)).contains("Hello over there");
    var answered =
        two.beta().says("Bob", "Anna@" + two.alphaId(), "Hello Anna, from the other side");
    assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
    assertThat(TwoInstances.heard(two.alpha(), "Anna", 1))
        .contains("Hello Anna, from the other side");
  }

  @Test
  @DisplayName("perform what is asked again by the same key once, and answer it the same")
  void performOnce() throws Exception {
    String first = says("Said only once").response().body();
    assertThat(says("Said only once").response().body()).isEqualTo(first);
    says("Said only once, the end");
    assertThat(TwoInstances.heard(two.beta(), "Bob", 2))
        .filteredOn(text -> text.equals("Said only once"))
        .hasSize(1);
  }

  @Test
  @DisplayName("refuse what a Process of the other holds no Right for, and say who refused it")
  void refuse() throws Exception {
    var refused = disables("Bob-Persona", "no-right");
    assertThat(refused.status()).as(refused.response().body()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("InsRights");
    assertThat(refused.response().body()).contains("Bob-Persona@" + two.betaId());
    assertThat(log(two.beta(), "Anna@" + two.alphaId())).contains("\"InsRights\"");
    assertThat(log(two.alpha(), "Anna")).contains("\"InsRights\"");
  }

  @Test
  @DisplayName("let a Process of the other do what it was granted, until that is taken from it")
  void grant() throws Exception {
    assertThat(disables("Carol-Persona", "not-yet").status()).isEqualTo(404);
    two.beta().register("Carol");
    var placed =
        two.beta()
            .does("Carol", "locate/mm-add", "add", "{\"Nil\": \"Carol-Persona\", \"At\": \"MVS\"}");
    assertThat(placed.status()).as(placed.response().body()).isEqualTo(200);
    assertThat(disables("Carol-Persona", "still-not").status()).isEqualTo(403);
    assertThat(grants("May", "grant").status()).isEqualTo(200);
    var done = disables("Carol-Persona", "granted");
    assertThat(done.status()).as(done.response().body()).isEqualTo(200);
    assertThat(grants("May Not", "revoke").status()).isEqualTo(200);
    assertThat(disables("Carol-Persona", "revoked").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("let a Persona of the other into a place that is open, where it is seen as of there")
  void visit() throws Exception {
    var entered = places("Anna-Persona", "MVS", "visit");
    assertThat(entered.status()).as(entered.response().body()).isEqualTo(200);
    var seen =
        two.beta().client().get("/api/v2.2/items/MVS", two.beta().operator()).response().body();
    assertThat(seen).contains("Anna-Persona@" + two.alphaId());
    var item =
        two.beta()
            .client()
            .get("/api/v2.2/items/Anna-Persona@" + two.alphaId(), two.beta().operator())
            .json();
    assertThat(item.path("owner").asText()).isEqualTo("Anna@" + two.alphaId());
    assertThat(item.path("dataType").asText()).isEqualTo("Persona");
    assertThat(item.path("place").path("at").asText()).isEqualTo("MVS");
    assertThat(places("Anna-Persona", "MVS", "visit-again").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("keep a Persona of the other out of a place that its Process holds no Right for")
  void noEntry() throws Exception {
    var refused = places("Anna-Persona", "Room1", "no-entry");
    assertThat(refused.status()).as(refused.response().body()).isEqualTo(403);
  }

  @Test
  @DisplayName("carry no Persona that its Process does not own, and nothing but a Persona")
  void notItsOwn() throws Exception {
    two.alpha().register("Dora");
    var others = places("Dora-Persona", "MVS", "others");
    assertThat(others.status()).as(others.response().body()).isEqualTo(403);
    var place = places("Room1", "MVS", "a-room");
    assertThat(place.status()).as(place.response().body()).isEqualTo(422);
    assertThat(place.response().body()).contains("Room1 stays in this M-Instance");
  }

  private static Client.Answer places(String item, String place, String key) throws Exception {
    return two.alpha()
        .client()
        .act(
            "v1.2/locate/mm-embed",
            two.alpha().token("Anna"),
            key,
            "{\"sourceProcessID\":\"Anna\",\"complements\":{\"Nil\":\"%s\",\"At\":\"%s@%s\"}}"
                .formatted(item, place, two.betaId()));
  }

  @Test
  @DisplayName("say that a name names nothing there")
  void unknownThere() throws Exception {
    var lost = two.alpha().says("Anna", "Nobody@" + two.betaId(), "Is anybody there");
    assertThat(lost.status()).as(lost.response().body()).isEqualTo(404);
    assertThat(lost.code()).isEqualTo("IncID");
  }

  @Test
  @DisplayName("answer what is found there with names that lead there")
  void discover() throws Exception {
    var found =
        two.alpha()
            .does(
                "Anna",
                "information/discover",
                "discover-1",
                "{\"At\": \"MM-Square@%s\", \"With\": [{\"itemID\": \"Persona\"}]}"
                    .formatted(two.betaId()));
    assertThat(found.response().body()).contains("@" + two.betaId());
  }

  @Test
  @DisplayName("perform a sentence in one of them: one that names two is refused at home")
  void oneInstance() throws Exception {
    var two1 =
        two.alpha()
            .does(
                "Anna",
                "communicate/mm-send",
                "two-instances",
                LiveNode.saying("Bob@" + two.betaId(), "To two")
                    .replace("\"Message-To-two\"", "\"Thing@third.example\""));
    assertThat(two1.status()).as(two1.response().body()).isEqualTo(422);
    assertThat(two1.response().body()).contains("performed in one M-Instance");
  }

  @Test
  @DisplayName("do not ask an M-Instance that the operator has not allowed, and say what to do")
  void notAllowed() throws Exception {
    var refused = two.alpha().says("Anna", "Eve@stranger.example", "Hello stranger");
    assertThat(refused.status()).as(refused.response().body()).isEqualTo(403);
    assertThat(refused.response().body()).contains("pending", "mmm peer allow stranger.example");
  }

  @Test
  @DisplayName("do not try what is performed elsewhere")
  void noTrial() throws Exception {
    var tried =
        two.alpha()
            .client()
            .send(
                "POST",
                "/api/v2.2/communicate/mm-send",
                two.alpha().token("Anna"),
                "trial",
                "{\"sourceProcessID\":\"Anna\",\"complements\":%s}"
                    .formatted(LiveNode.saying("Bob@" + two.betaId(), "Only a trial")),
                java.util.Map.of("MMM-Dry-Run", "true"));
    assertThat(tried.code()).isEqualTo("Unable");
    assertThat(tried.response().body()).contains("does not leave this M-Instance");
  }

  @Test
  @DisplayName("let nobody act for a Process of the other without its M-Instance's signature")
  void noToken() throws Exception {
    String body = "{\"processID\":\"Anna@" + two.alphaId() + "\"}";
    var token = two.beta().client().send("POST", "/api/token", two.beta().operator(), "", body);
    assertThat(token.status()).isNotEqualTo(200);
    var forged =
        two.beta()
            .client()
            .act(
                "v2.2/communicate/mm-send",
                two.beta().token("Bob"),
                "forged",
                "{\"sourceProcessID\":\"Anna@%s\",\"complements\":%s}"
                    .formatted(two.alphaId(), LiveNode.saying("Bob", "Forged")));
    assertThat(forged.status()).isEqualTo(403);
  }

  @Test
  @DisplayName("find nothing wrong with each other, and say what is wrong with others")
  void examineEachOther() throws Exception {
    var fine = examination(two.betaId());
    assertThat(fine).hasSize(8).allMatch(check -> check.path("fine").asBoolean());
    two.says(two.beta(), two.alphaId(), "blocked");
    try {
      var blocked = examination(two.betaId());
      assertThat(blocked.get(6).path("says").asText())
          .isEqualTo(two.alphaId() + " is blocked at " + two.betaId());
    } finally {
      two.says(two.beta(), two.alphaId(), "allowed");
    }
    var nobody = examination("127.0.0.1:1");
    assertThat(nobody).noneMatch(check -> check.path("fine").asBoolean());
    assertThat(nobody.toString()).contains("mmm peer allow 127.0.0.1:1");
  }

  private static java.util.List<com.fasterxml.jackson.databind.JsonNode> examination(String peer)
      throws Exception {
    var answer =
        two.alpha()
            .operatorClient()
            .get("/admin/peers/" + peer + "/examination", two.alpha().operator());
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    java.util.List<com.fasterxml.jackson.databind.JsonNode> checks = new java.util.ArrayList<>();
    answer.json().path("checks").forEach(checks::add);
    return checks;
  }

  private static Client.Answer says(String text) throws Exception {
    return two.alpha().says("Anna", "Bob@" + two.betaId(), text);
  }

  private static Client.Answer disables(String persona, String key) throws Exception {
    return two.alpha()
        .client()
        .act(
            "v1.2/locate/mm-disable",
            two.alpha().token("Anna"),
            key,
            "{\"sourceProcessID\":\"Anna\",\"complements\":{\"Nil\":\"%s@%s\"}}"
                .formatted(persona, two.betaId()));
  }

  /** Carol says whether Anna of alpha may disable her Persona. */
  private static Client.Answer grants(String verb, String key) throws Exception {
    String pattern =
        "{\"Header\": \"MMM-PAC-V2.2\", \"Action\": \"MM-Disable\","
            + " \"RQ-Complements\": [{\"NilItem\": \"Carol-Persona\"}], \"PAStatus\": []}";
    return two.beta()
        .does(
            "Carol",
            "rights/rights-change",
            key,
            """
            {"Of": "Anna@%s", "With": [{"Header": "MMM-RGT-V2.2", "RightsID": "Rights-%s",
             "RightsData": [{"DeonticVerb": "%s", "Level": "Granted",
                             "PAIDOrPA": [{"ProcessAction": %s, "Status": "Model"}]}]}]}\
            """
                .formatted(two.alphaId(), key, verb, pattern));
  }

  private static String log(LiveNode at, String process) throws Exception {
    return at.client()
        .get("/api/v2.2/processes/" + process + "/activity?limit=1000", at.operator())
        .response()
        .body();
  }
}
