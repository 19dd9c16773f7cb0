package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.conformance.FaultyPeer;
import org.mmm.conformance.PeerAnswer;
import org.mmm.conformance.PeerRequest;

@DisplayName("An M-Instance that does not hold to the protocol")
class FaultyPeerTest {
  @TempDir static Path directory;
  private static TwoInstances two;
  private FaultyPeer peer;
  private static int messages;

  @BeforeAll
  static void start() throws Exception {
    two =
        TwoInstances.introduced(
            directory, "mmm.federation.document-for = 1 s", "mmm.federation.per-minute = 1200");
    two.beta().register("Bob");
  }

  @AfterAll
  static void stop() {
    two.close();
  }

  @BeforeEach
  void allow() throws Exception {
    peer = new FaultyPeer();
    two.says(two.beta(), peer.id(), "allowed");
  }

  @AfterEach
  void end() {
    peer.close();
  }

  @Test
  @DisplayName("is heard as long as it does")
  void good() throws Exception {
    var answer = saying("Good").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"Ack\":\"Ack\"", "\"Status\":\"Ack\"");
    assertThat(answer.signed()).isTrue();
    assertThat(heard("Good")).isOne();
  }

  @Test
  @DisplayName("is not believed without a signature")
  void unsigned() throws Exception {
    refused(saying("Unsigned").unsigned(), 401, "signature-input is missing");
  }

  @Test
  @DisplayName("is not believed with a key that it does not publish")
  void otherKey() throws Exception {
    peer.signsWithOtherKey();
    refused(saying("Other key"), 401, "the signature is not that of key");
  }

  @Test
  @DisplayName("is believed with a key that it has published since, and its document is read anew")
  void rotation() throws Exception {
    assertThat(saying("Before the rotation").send().status()).isEqualTo(200);
    peer.rotates();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> saying("After the rotation").send().status() == 200);
  }

  @Test
  @DisplayName("is not believed if the body is another than was signed")
  void otherDigest() throws Exception {
    refused(saying("Other body").digestOf("Something else"), 401, "Content-Digest is not that");
  }

  @Test
  @DisplayName("is not believed if the digest is not signed")
  void unsignedDigest() throws Exception {
    refused(saying("No digest").without("content-digest"), 401, "does not cover content-digest");
  }

  @Test
  @DisplayName("is not believed if the destination is not signed")
  void unsignedDestination() throws Exception {
    refused(saying("x").without("mmm-destination"), 401, "does not cover mmm-destination");
  }

  @Test
  @DisplayName("is not believed if the path is not signed")
  void unsignedPath() throws Exception {
    refused(saying("x").without("@path"), 401, "does not cover @path");
  }

  @Test
  @DisplayName("is not believed later than its signature says")
  void expired() throws Exception {
    refused(saying("Expired").created(-120, 30), 401, "ran out");
  }

  @Test
  @DisplayName("is not believed before its signature was made")
  void future() throws Exception {
    refused(saying("Future").created(120, 30), 401, "in the future: compare the clocks");
  }

  @Test
  @DisplayName("is not believed if its signature is good for longer than a minute")
  void tooLong() throws Exception {
    refused(saying("Too long").created(0, 3_600), 401, "good for 1 to 60 s");
  }

  @Test
  @DisplayName("is not believed if it signed for something else")
  void otherTag() throws Exception {
    refused(saying("Other tag").tag("mmm-ipp-answer"), 401, "the tag must be mmm-ipp-request");
  }

  @Test
  @DisplayName("is not believed if it was meant for somebody else")
  void otherDestination() throws Exception {
    refused(saying("For another").signedFor("other.example"), 401, "for another M-Instance");
  }

  @Test
  @DisplayName("is not believed if it was signed for another host")
  void otherAuthority() throws Exception {
    refused(saying("Of another host").signedAt("other.example"), 401, "not that of key");
  }

  @Test
  @DisplayName("uses no signature twice")
  void replayed() throws Exception {
    String nonce = peer.nonce();
    PeerRequest letter = saying("Replayed").nonce(nonce);
    assertThat(letter.send().status()).isEqualTo(200);
    refused(letter, 401, "was used before");
    assertThat(heard("Replayed")).isOne();
  }

  @Test
  @DisplayName("uses no signature twice, not even after this one was started again")
  void replayedAfterRestart() throws Exception {
    PeerRequest letter = saying("Replayed later");
    assertThat(letter.send().status()).isEqualTo(200);
    two.beta().close();
    two.startBeta();
    refused(letter, 401, "was used before");
    assertThat(heard("Replayed later")).isOne();
  }

  @Test
  @DisplayName("is answered the same when it says the same again, and nothing is performed again")
  void again() throws Exception {
    PeerRequest letter = saying("Said again");
    String first = letter.send().body();
    assertThat(letter.nonce(peer.nonce()).send().body()).isEqualTo(first);
    assertThat(heard("Said again")).isOne();
  }

  @Test
  @DisplayName("cannot say something else under an ID that it has used: its history is forked")
  void forked() throws Exception {
    PeerRequest letter = saying("Before the fork");
    assertThat(letter.send().status()).isEqualTo(200);
    letter.text("After the fork").nonce(peer.nonce());
    refused(letter, 409, "said something else before");
    assertThat(heard("After the fork")).isZero();
  }

  @Test
  @DisplayName("cannot speak for a Process of another M-Instance")
  void foreignSource() throws Exception {
    PeerRequest letter =
        saying("Foreign source").replaced("Mallory@" + peer.id(), "Anna@" + two.alphaId());
    refused(letter, 400, "the source must be a Process of " + peer.id());
  }

  @Test
  @DisplayName("cannot speak for a Process of this one")
  void ownSource() throws Exception {
    PeerRequest letter = saying("Own source").replaced("Mallory@" + peer.id(), "Bob");
    refused(letter, 400, "the source must be a Process of " + peer.id());
  }

  @Test
  @DisplayName("says the same ID in the path and in the body")
  void otherId() throws Exception {
    refused(saying("Other ID").at("another"), 400, "IPPMessageID is not the ID in the path");
  }

  @Test
  @DisplayName("says in the body who it is")
  void otherInstance() throws Exception {
    refused(
        saying("Other M-Instance").body(body -> body.put("MInstanceID", "other.example")),
        400,
        "MInstanceID is not that of who has signed");
  }

  @Test
  @DisplayName("speaks a version that is spoken here")
  void otherVersion() throws Exception {
    refused(saying("Old version").version("mmm-ipp-0"), 400, "the version must be mmm-ipp-1");
  }

  @Test
  @DisplayName("is refused what it calls critical, and is not understood")
  void critical() throws Exception {
    PeerRequest letter = saying("Critical");
    letter.body(
        body -> {
          body.withArray("Critical").add("Escrow");
          return body;
        });
    refused(letter, 400, "is critical, and not understood here");
  }

  @Test
  @DisplayName("is refused what is no IPP Message")
  void noMessage() throws Exception {
    refused(saying("x").body(body -> body.without("PAIDOrPA")), 400, "one Process Action");
    refused(saying("x").body(body -> body.put("ExpiryTime", "soon")), 400, "ExpiryTime");
    refused(saying("x").body(body -> body.put("Edition", "v9")), 400, "edition");
  }

  @Test
  @DisplayName("is refused what is larger than is taken")
  void tooLarge() throws Exception {
    PeerAnswer answer = saying("Large").padded(100_000).send();
    assertThat(answer.status()).as(answer.body()).isIn(413, 400);
  }

  @Test
  @DisplayName("is not known if its document is of somebody else, or led elsewhere, or none")
  void document() throws Exception {
    peer.publishes(doc -> doc.put("MInstanceID", "other.example"));
    refused(saying("Of another"), 401, "says that it is other.example");
    peer.close();
    peer = new FaultyPeer();
    two.says(two.beta(), peer.id(), "allowed");
    peer.answersDocumentWith(302);
    refused(saying("Led elsewhere"), 401, "answered HTTP 302");
    peer.close();
    peer = new FaultyPeer();
    two.says(two.beta(), peer.id(), "allowed");
    peer.publishes(doc -> doc.put("padding", "x".repeat(100_000)));
    refused(saying("Too long"), 401, "more than 65536 bytes");
  }

  @Test
  @DisplayName("is asked for its document once, however often it comes")
  void cached() throws Exception {
    peer.answersDocumentWith(500);
    for (int i = 0; i < 20; i++) saying("Often").send();
    assertThat(peer.fetched()).isLessThan(10);
  }

  @Test
  @DisplayName("is not asked who it is as long as it signs nothing")
  void noDocumentForTheUnsigned() throws Exception {
    refused(saying("Who am I").unsigned(), 401, "bears no signature");
    assertThat(peer.fetched()).isZero();
  }

  @Test
  @DisplayName("is turned away unread if it floods, and the others are served meanwhile")
  void floods() throws Exception {
    two.alpha().register("Dora");
    int unread = 0;
    for (int i = 0; i < 2_000 && unread < 20; i++) {
      var answer = saying("Flood").tag("something else").send();
      if (answer.status() == 429 && !answer.signed()) {
        unread++;
      }
    }
    assertThat(unread).as("requests whose signature was not looked at").isEqualTo(20);
    var other = two.alpha().says("Dora", "Bob@" + two.betaId(), "Meanwhile from Dora");
    assertThat(other.status()).as(other.response().body()).isEqualTo(200);
  }

  @Test
  @DisplayName("gets nothing that was handed over to another, though it asks under the same ID")
  void noOthersItem() throws Exception {
    two.alpha().register("Emma");
    var made =
        two.beta()
            .does("Bob", "item/author", "makes", "{\"With\": [{\"Header\": \"MMM-ASS-V2.2\"}]}");
    String item = made.json().path("complements").path("Nil").asText();
    two.beta().does("Bob", "economy/post", "offers", "{\"Nil\": \"" + item + "\"}");
    String wanted = "{\"Nil\": \"%s@%s\", \"From\": \"Bob@%s\"}";
    var bought =
        two.alpha()
            .does(
                "Emma",
                "economy/transact",
                "buys",
                wanted.formatted(item, two.betaId(), two.betaId()));
    assertThat(bought.status()).as(bought.response().body()).isEqualTo(201);
    String message =
        two.beta()
            .client()
            .get("/api/v2.2/items/" + item, two.beta().operator())
            .json()
            .path("handedOver")
            .path("message")
            .asText();
    var answer =
        peer.saying(two.betaId(), message, "Bob", "x").body(body -> transact(body, item)).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"Error\"").doesNotContain("Receipt", "CarriedItems");
    var settles =
        peer.saying(two.betaId(), message, "Bob", "x")
            .body(body -> transact(body, item).put("Settles", true))
            .send();
    assertThat(settles.status()).as(settles.body()).isEqualTo(404);
  }

  private static ObjectNode transact(ObjectNode body, String item) {
    ObjectNode action = (ObjectNode) body.path("PAIDOrPA").path(0).path("ProcessAction");
    action.put("Action", "Transact");
    var slots = action.putArray("RQ-Complements");
    slots.addObject().put("Nil", item + "@" + two.betaId());
    slots.addObject().put("From", "Bob@" + two.betaId());
    body.remove("With");
    body.putArray("Critical").add("Edition").add("ExpiryTime");
    return body;
  }

  @Test
  @DisplayName("gets no ticket for a Process or a Persona of others, none twice by one signature")
  void noTicketForOthers() throws Exception {
    refused(ticket("Anna@" + two.alphaId(), null), 400, "must be of " + peer.id());
    refused(ticket("Mallory@" + peer.id(), "Bob-Persona"), 400, "must be of " + peer.id());
    var none = ticket("Mallory@" + peer.id(), null).body(b -> b.put("room", "Nowhere")).send();
    assertThat(none.status()).as(none.body()).isEqualTo(404);
    String nonce = peer.nonce();
    var given = ticket("Mallory@" + peer.id(), null).nonce(nonce).send();
    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertThat(given.signed()).isTrue();
    refused(ticket("Mallory@" + peer.id(), null).nonce(nonce), 401, "used before");
  }

  private PeerRequest ticket(String process, @Nullable String persona) {
    return saying("no message")
        .at("tickets/t-" + messages++)
        .body(
            old -> {
              ObjectNode body =
                  JsonNodeFactory.instance.objectNode().put("process", process).put("room", "MVS");
              return persona == null ? body : body.put("persona", persona);
            });
  }

  @Test
  @DisplayName("waits to be allowed, and is remembered for the operator")
  void pending() throws Exception {
    try (FaultyPeer stranger = new FaultyPeer()) {
      var answer = stranger.saying(two.betaId(), "m1", "Bob", "Hello").send();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("is pending at");
      String peers =
          two.beta().operatorClient().get("/admin/peers", two.beta().operator()).response().body();
      assertThat(peers).contains("\"peer\":\"" + stranger.id() + "\",\"standing\":\"pending\"");
    }
  }

  @Test
  @DisplayName("is not heard once it is blocked, and heard again once it is allowed")
  void blocked() throws Exception {
    two.says(two.beta(), peer.id(), "blocked");
    refused(saying("Blocked"), 403, "is blocked at");
    two.says(two.beta(), peer.id(), "allowed");
    assertThat(saying("Allowed again").send().status()).isEqualTo(200);
  }

  @Test
  @DisplayName("is held to the rate that the operator has set")
  void limited() throws Exception {
    two.set(two.beta(), peer.id(), "{\"standing\":\"limited\",\"perMinute\":60}");
    int often = 0;
    for (int i = 0; i < 20; i++) {
      if (saying("Limited " + i).send().status() == 429) often++;
    }
    assertThat(often).isGreaterThan(10);
  }

  @Test
  @DisplayName("gets nothing begun whose time is over, and that stays so")
  void tooLate() throws Exception {
    String id = "late-" + messages++;
    var late =
        peer.saying(two.betaId(), id, "Bob", "Too late", Instant.now().minusSeconds(5)).send();
    assertThat(late.status()).as(late.body()).isEqualTo(200);
    assertThat(late.body()).contains("\"Error\":\"Unable\"", "never begun: it ran out");
    assertThat(heard("Too late")).isZero();
  }

  @Test
  @DisplayName("gets nothing begun that it has withdrawn, even if it sends it after all")
  void withdrawn() throws Exception {
    PeerRequest letter = saying("Withdrawn");
    letter.withdrawing();
    assertThat(letter.send().body()).contains("never begun: it was withdrawn");
    letter.insisting().nonce(peer.nonce());
    assertThat(letter.send().status()).isIn(409);
    assertThat(heard("Withdrawn")).isZero();
  }

  @Test
  @DisplayName("withdraws in vain what is performed, and is told so")
  void withdrawnTooLate() throws Exception {
    PeerRequest letter = saying("Performed before");
    String done = letter.send().body();
    letter.withdrawing().nonce(peer.nonce());
    assertThat(letter.send().body()).isEqualTo(done);
  }

  @Test
  @DisplayName("is refused by the Process that it asks, as anybody, and told why")
  void refusedByTheProcess() throws Exception {
    var answer = peer.saying(two.betaId(), "nobody-" + messages++, "Nobody", "Hello").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"Error\":\"IncID\"");
  }

  private PeerRequest saying(String text) {
    return peer.saying(two.betaId(), "m-" + messages++, "Bob", text);
  }

  private void refused(PeerRequest letter, int status, String why) throws Exception {
    PeerAnswer answer = letter.send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(why);
  }

  private static long heard(String text) throws Exception {
    String log =
        two.beta()
            .client()
            .get("/api/v2.2/processes/Bob/activity?limit=1000", two.beta().operator())
            .response()
            .body();
    return log.split("\"MessageData\":\"" + text + "\"", -1).length - 1;
  }
}
