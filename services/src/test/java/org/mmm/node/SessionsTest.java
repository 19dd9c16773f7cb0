package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A session of Users of two M-Instances")
class SessionsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir static Path directory;
  private static TwoInstances two;
  private static int keys;

  @BeforeAll
  static void start() throws Exception {
    two = TwoInstances.introduced(directory, "mmm.federation.retry-at-most = 1s");
    for (String user : List.of("Anna", "Dora", "Eve")) two.alpha().register(user);
    for (String user : List.of("Bob", "Carl")) two.beta().register(user);
  }

  @AfterAll
  static void stop() {
    two.close();
  }

  @Test
  @DisplayName("invites them, each joins or declines, and those who are in it know who is")
  void invites() throws Exception {
    String session = opens(partner(two.betaId(), "Bob", ""), partner(two.betaId(), "Carl", ""));
    JsonNode invitation = told(two.beta(), "Bob", session, 1).get(0);
    assertThat(invitation.toString())
        .contains("ResolBToProcessBRequest", "\"Initiator\":\"Anna@" + two.alphaId());
    assertThat(part(session, "Bob@" + two.betaId())).isEqualTo("invited");
    assertThat(responds(two.beta(), "Bob", session, true).status()).isEqualTo(200);
    assertThat(responds(two.beta(), "Carl", session, false).status()).isEqualTo(200);
    assertThat(part(session, "Bob@" + two.betaId())).isEqualTo("joined");
    assertThat(part(session, "Carl@" + two.betaId())).isEqualTo("declined");
    List<JsonNode> heard = told(two.alpha(), "Anna", session, 2);
    assertThat(heard.get(0).toString()).contains("Bob@" + two.betaId(), "\"JoinYN\":true");
    assertThat(heard.get(1).toString()).contains("Carl@" + two.betaId(), "\"JoinYN\":false");
  }

  @Test
  @DisplayName("brings what one says to all others, to each in the same order")
  void sameOrder() throws Exception {
    String session = opens(partner(two.betaId(), "Bob", ""), partner("", "Dora", ""));
    responds(two.beta(), "Bob", session, true);
    responds(two.alpha(), "Dora", session, true);
    for (int i = 0; i < 3; i++) {
      assertThat(says(two.alpha(), "Anna", session, "question " + i).status()).isEqualTo(200);
      assertThat(says(two.beta(), "Bob", session, "answer " + i).status()).isEqualTo(200);
    }
    List<String> expected =
        List.of("question 0", "answer 0", "question 1", "answer 1", "question 2", "answer 2");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(texts(two.alpha(), "Dora", session)).isEqualTo(expected));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(texts(two.beta(), "Bob", session))
                    .containsExactly("question 0", "question 1", "question 2"));
    JsonNode first = told(two.alpha(), "Dora", session, 8).get(2);
    assertThat(first.path("SenderProcessID").asText()).isEqualTo("Anna");
  }

  @Test
  @DisplayName("lets nobody speak who is not in it, and says nothing of it to who was not invited")
  void noStranger() throws Exception {
    String session = opens(partner(two.betaId(), "Carl", ""));
    assertThat(says(two.alpha(), "Eve", session, "I am Eve").status()).isEqualTo(403);
    assertThat(says(two.beta(), "Carl", session, "not yet in").status()).isEqualTo(403);
    assertThat(responds(two.alpha(), "Eve", session, true).status()).isEqualTo(404);
    var seen = two.alpha().client().get("/api/v2.2/items/" + session, two.alpha().token("Eve"));
    assertThat(seen.status()).isEqualTo(404);
    var own = two.alpha().client().get("/api/v2.2/items/" + session, two.alpha().token("Anna"));
    assertThat(own.status()).as(own.response().body()).isEqualTo(200);
  }

  @Test
  @DisplayName("gives who joins the Rights that the invitation named, not before, and nobody else")
  void givesRights() throws Exception {
    var placed =
        two.alpha()
            .does("Dora", "locate/mm-add", "dora", "{\"Nil\": \"Dora-Persona\", \"At\": \"MVS\"}");
    assertThat(placed.status()).as(placed.response().body()).isEqualTo(200);
    String rights =
        """
        {"Header": "MMM-RGT-V2.2", "RightsID": "Rights-session",
         "RightsData": [{"DeonticVerb": "May", "Level": "Granted",
           "PAIDOrPA": [{"ProcessAction": {"Header": "MMM-PAC-V2.2", "Action": "MM-Disable",
             "RQ-Complements": [{"NilItem": "Dora-Persona"}], "PAStatus": []}, "Status": "Model"}]}]}\
        """;
    String bob = partner(two.betaId(), "Bob", ", \"Rights\": \"Rights-session\"");
    String session = id(asksToOpen("Dora", List.of(bob), rights));
    assertThat(disables("Bob").status()).isEqualTo(403);
    assertThat(told(two.beta(), "Bob", session, 1).get(0).toString()).contains("MM-Disable");
    responds(two.beta(), "Bob", session, true);
    await().atMost(SOON).until(() -> disables("Bob").status() == 200);
    assertThat(disables("Carl").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("goes on without who leaves, and ends when who has opened it leaves")
  void leaves() throws Exception {
    String session = opens(partner(two.betaId(), "Bob", ""), partner("", "Dora", ""));
    responds(two.beta(), "Bob", session, true);
    responds(two.alpha(), "Dora", session, true);
    assertThat(responds(two.beta(), "Bob", session, false).status()).isEqualTo(200);
    assertThat(part(session, "Bob@" + two.betaId())).isEqualTo("left");
    assertThat(says(two.beta(), "Bob", session, "too late").status()).isEqualTo(403);
    assertThat(says(two.alpha(), "Dora", session, "Bob is gone").status()).isEqualTo(200);
    assertThat(responds(two.alpha(), "Anna", session, false).status()).isEqualTo(200);
    assertThat(says(two.alpha(), "Dora", session, "is anybody here").status()).isEqualTo(409);
    assertThat(responds(two.beta(), "Bob", session, true).status()).isEqualTo(409);
  }

  @Test
  @DisplayName("shows who cannot be reached since when, and brings it all that was said meanwhile")
  void unreachable() throws Exception {
    String session = opens(partner(two.betaId(), "Bob", ""));
    responds(two.beta(), "Bob", session, true);
    two.beta().close();
    try {
      for (int i = 0; i < 3; i++) says(two.alpha(), "Anna", session, "are you there " + i);
      await()
          .atMost(SOON)
          .until(() -> member(session, "Bob@" + two.betaId()).has("unreachableSince"));
      assertThat(part(session, "Bob@" + two.betaId())).isEqualTo("joined");
      assertThat(member(session, "Bob@" + two.betaId()).path("waiting").asInt()).isPositive();
    } finally {
      two.startBeta();
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(texts(two.beta(), "Bob", session))
                    .containsExactly("are you there 0", "are you there 1", "are you there 2"));
    await()
        .atMost(SOON)
        .until(() -> !member(session, "Bob@" + two.betaId()).has("unreachableSince"));
  }

  @Test
  @DisplayName("says who could not be invited, and why")
  void cannotBeInvited() throws Exception {
    String session =
        opens(partner(two.betaId(), "Nobody", ""), partner("stranger.example", "X", ""));
    List<JsonNode> heard = told(two.alpha(), "Anna", session, 2);
    assertThat(heard.toString()).contains("IncID", "stranger.example", "pending");
    var unknown = asksToOpen("Anna", List.of(partner("", "Nowhere", "")));
    assertThat(unknown.status()).as(unknown.response().body()).isEqualTo(404);
    var nobody = asksToOpen("Anna", List.of());
    assertThat(nobody.status()).as(nobody.response().body()).isEqualTo(422);
  }

  private static String partner(String instance, String process, String rights) {
    String of = instance.isEmpty() ? "" : "\"MInstanceID\": \"" + instance + "\", ";
    return "{\"MInstances\": {"
        + of
        + "\"Processes\": [{\"ProcessID\": \""
        + process
        + "\""
        + rights
        + "}]}}";
  }

  private static String opens(String... partners) throws Exception {
    return id(asksToOpen("Anna", List.of(partners)));
  }

  private static String id(Client.Answer opened) throws Exception {
    assertThat(opened.status()).as(opened.response().body()).isEqualTo(201);
    return opened.json().path("complements").path("Nil").asText();
  }

  private static Client.Answer asksToOpen(String initiator, List<String> partners, String... with)
      throws Exception {
    String resolution =
        "{\"Header\": \"MMM-RES-V2.2\", \"Sequence\": [{\"ProcAToResolARequest\": {\"Partners\": ["
            + String.join(",", partners)
            + "]}}]}";
    List<String> items = new ArrayList<>(List.of(resolution));
    items.addAll(List.of(with));
    return two.alpha()
        .does(
            initiator,
            "communicate/resolve",
            "opens-" + ++keys,
            "{\"With\": [" + String.join(",", items) + "]}");
  }

  private static Client.Answer responds(LiveNode at, String user, String session, boolean joins)
      throws Exception {
    return at.does(
        user,
        "communicate/resolve",
        "responds-" + ++keys,
        "{\"Nil\": \""
            + from(at, session)
            + "\", \"With\": [{\"Header\": \"MMM-RES-V2.2\", \"Sequence\":"
            + " [{\"ProcessBToResolBResponse\": "
            + joins
            + "}]}]}");
  }

  private static Client.Answer says(LiveNode at, String user, String session, String text)
      throws Exception {
    return at.does(
        user,
        "communicate/mm-send",
        "says-" + ++keys,
        "{\"Nil\": \"Said-%s\", \"To\": \"%s\", \"With\": [{\"Header\": \"MMM-MSG-V2.2\", \"MessageData\": [{\"MessageData\": \"%s\"}]}]}"
            .formatted(keys, from(at, session), text));
  }

  private static Client.Answer disables(String user) throws Exception {
    return two.beta()
        .client()
        .act(
            "v1.2/locate/mm-disable",
            two.beta().token(user),
            "disables-" + ++keys,
            "{\"sourceProcessID\":\"%s\",\"complements\":{\"Nil\":\"Dora-Persona@%s\"}}"
                .formatted(user, two.alphaId()));
  }

  private static String from(LiveNode at, String session) {
    return at == two.alpha() ? session : session + "@" + two.alphaId();
  }

  private static String part(String session, String process) throws Exception {
    return member(session, process).path("part").asText();
  }

  private static JsonNode member(String session, String process) throws Exception {
    var shown = two.alpha().client().get("/api/v2.2/items/" + session, two.alpha().operator());
    assertThat(shown.status()).as(shown.response().body()).isEqualTo(200);
    for (JsonNode one : shown.json().path("members")) {
      if (one.path("process").asText().equals(process)) return one;
    }
    throw new AssertionError(process + " is not in " + shown.response().body());
  }

  /** What that session has told it, oldest first, once there is so much. */
  private static List<JsonNode> told(LiveNode at, String process, String session, int atLeast) {
    List<JsonNode> all = new ArrayList<>();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              all.clear();
              all.addAll(items(at, process, session));
              assertThat(all).as(all.toString()).hasSizeGreaterThanOrEqualTo(atLeast);
            });
    return all;
  }

  private static List<String> texts(LiveNode at, String process, String session) throws Exception {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items(at, process, session)) {
      String text = item.path("MessageData").path(0).path("MessageData").asText();
      if (!text.isEmpty()) texts.add(text);
    }
    return texts;
  }

  private static List<JsonNode> items(LiveNode at, String process, String session)
      throws Exception {
    List<JsonNode> all = new ArrayList<>();
    var log =
        at.client().get("/api/v2.2/processes/" + process + "/activity?limit=1000", at.operator());
    for (JsonNode entry : log.json().path("entries")) {
      if (entry.path("source").asText().equals(process)) continue;
      for (JsonNode with : entry.path("complements").path("With")) {
        if (with.path("ResolutionID").asText().equals(from(at, session))) all.add(with);
      }
    }
    return all;
  }
}
