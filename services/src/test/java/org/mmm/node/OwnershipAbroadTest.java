package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.provenance.Receipt;

@DisplayName("An Item that is handed over to a User of another M-Instance")
class OwnershipAbroadTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path directory;
  private static TwoInstances two;
  private static int things;

  @BeforeAll
  static void start() throws Exception {
    two = TwoInstances.introduced(directory);
    two.alpha().register("Anna");
    two.beta().register("Bob");
    two.beta().register("Carl");
  }

  @AfterAll
  static void stop() {
    two.close();
  }

  @Test
  @DisplayName("is that one's there, and nobody's to use at home, which says where it went")
  void isHandedOver() throws Exception {
    String statue = makes("A statue");
    assertThat(offers(two.alpha(), "Anna", statue, "Bob@" + two.betaId())).isEqualTo(200);
    var bought = buys(two.beta(), "Bob", statue + "@" + two.alphaId(), "Anna@" + two.alphaId());
    assertThat(bought.status()).as(bought.response().body()).isEqualTo(201);

    String there = nil(bought);
    JsonNode its = item(two.beta(), there);
    assertThat(its.path("owner").asText()).isEqualTo("Bob");
    assertThat(its.path("item").toString()).contains("A statue");
    JsonNode was = item(two.alpha(), statue);
    assertThat(was.path("owner").asText()).isEqualTo("Bob@" + two.betaId());
    assertThat(was.path("handedOver").path("to").asText()).isEqualTo("Bob@" + two.betaId());
    await()
        .atMost(SOON)
        .until(() -> item(two.alpha(), statue).path("handedOver").path("settled").asBoolean());
    await()
        .atMost(SOON)
        .until(() -> two.letters(two.beta(), two.alphaId()).json().path("letters").isEmpty());
    var used = places(two.alpha(), "Anna", statue);
    assertThat(used.status()).as(used.response().body()).isEqualTo(403);
    assertThat(places(two.beta(), "Bob", there).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("comes with a receipt that anybody can verify, and goes on with it")
  void hasReceipts() throws Exception {
    String vase = makes("A vase");
    offers(two.alpha(), "Anna", vase, "");
    var bought = buys(two.beta(), "Bob", vase + "@" + two.alphaId(), "Anna@" + two.alphaId());
    String there = nil(bought);
    JsonNode receipts = item(two.beta(), there).path("item").path("Receipts");
    assertThat(receipts).hasSize(1);
    Receipt receipt = Receipt.of(receipts.path(0));
    assertThat(receipt.fault()).isNull();
    assertThat(receipt.item()).isEqualTo(vase + "@" + two.alphaId());
    assertThat(receipt.from()).isEqualTo("Anna@" + two.alphaId());
    assertThat(receipt.to()).isEqualTo("Bob@" + two.betaId());

    // Within beta, and back to alpha.
    offers(two.beta(), "Bob", there, "Carl");
    assertThat(buys(two.beta(), "Carl", there, "Bob").status()).isEqualTo(200);
    offers(two.beta(), "Carl", there, "Anna@" + two.alphaId());
    var back = buys(two.alpha(), "Anna", there + "@" + two.betaId(), "Carl@" + two.betaId());
    assertThat(back.status()).as(back.response().body()).isEqualTo(201);
    JsonNode both = item(two.alpha(), nil(back)).path("item").path("Receipts");
    assertThat(both).hasSize(2);
    assertThat(both.path(1).path("from").asText()).isEqualTo("Carl@" + two.betaId());
    JsonNode told = back.json().path("complements").path("With");
    assertThat(Receipt.of(told.path(0)).fault()).as(told.toString()).isNull();
  }

  @Test
  @DisplayName("leaves the place where it stood")
  void leavesItsPlace() throws Exception {
    String lamp = makes("A lamp");
    assertThat(places(two.alpha(), "Anna", lamp).status()).isEqualTo(200);
    assertThat(item(two.alpha(), "MVS").path("inside").toString()).contains(lamp);
    offers(two.alpha(), "Anna", lamp, "");
    var bought = buys(two.beta(), "Bob", lamp + "@" + two.alphaId(), "Anna@" + two.alphaId());
    assertThat(bought.status()).as(bought.response().body()).isEqualTo(201);
    await()
        .atMost(SOON)
        .until(() -> !item(two.alpha(), "MVS").path("inside").toString().contains(lamp));
  }

  @Test
  @DisplayName("is not handed over unless it is on offer, to that one, at that price")
  void isNotOnOffer() throws Exception {
    String vase = makes("Not for sale");
    var not = buys(two.beta(), "Bob", vase + "@" + two.alphaId(), "Anna@" + two.alphaId());
    assertThat(not.status()).as(not.response().body()).isEqualTo(403);
    assertThat(not.response().body()).contains("is not on offer");
    offers(two.alpha(), "Anna", vase, "Carl@" + two.betaId());
    var others = buys(two.beta(), "Bob", vase + "@" + two.alphaId(), "Anna@" + two.alphaId());
    assertThat(others.status()).as(others.response().body()).isEqualTo(403);
    assertThat(item(two.alpha(), vase).path("owner").asText()).isEqualTo("Anna");
    assertThat(item(two.alpha(), vase).has("handedOver")).isFalse();
  }

  @Test
  @DisplayName("is handed over once, however often it is asked for")
  void once() throws Exception {
    String vase = makes("Only one");
    offers(two.alpha(), "Anna", vase, "");
    String from = "Anna@" + two.alphaId();
    var first = buys(two.beta(), "Bob", vase + "@" + two.alphaId(), from, "same-key");
    var again = buys(two.beta(), "Bob", vase + "@" + two.alphaId(), from, "same-key");
    assertThat(again.response().body()).isEqualTo(first.response().body());
    var other = buys(two.beta(), "Carl", vase + "@" + two.alphaId(), from);
    assertThat(other.status()).as(other.response().body()).isEqualTo(409);
  }

  @Test
  @DisplayName("stays at home if it is a place, and belongs to that one there")
  void placesStay() throws Exception {
    var bought = buys(two.beta(), "Bob", "Parcel1@" + two.alphaId(), "Seller@" + two.alphaId());
    assertThat(bought.status()).as(bought.response().body()).isEqualTo(200);
    JsonNode parcel = item(two.alpha(), "Parcel1");
    assertThat(parcel.path("owner").asText()).isEqualTo("Bob@" + two.betaId());
    assertThat(parcel.has("handedOver")).isFalse();
  }

  private static String makes(String title) throws Exception {
    var made =
        two.alpha()
            .does(
                "Anna",
                "item/author",
                "makes-" + ++things,
                "{\"With\": [{\"Header\": \"OSD-3DO-V1.5\", \"DescrMetadata\": \"%s\"}]}"
                    .formatted(title));
    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    return nil(made);
  }

  private static int offers(LiveNode at, String owner, String item, String to) throws Exception {
    String said = to.isEmpty() ? "" : ", \"To\": \"" + to + "\"";
    var answer =
        at.does(
            owner, "economy/post", "offers-" + ++things, "{\"Nil\": \"" + item + "\"" + said + "}");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.status();
  }

  private static Client.Answer buys(LiveNode at, String buyer, String item, String from)
      throws Exception {
    return buys(at, buyer, item, from, "buys-" + ++things);
  }

  private static Client.Answer buys(LiveNode at, String buyer, String item, String from, String key)
      throws Exception {
    return at.does(
        buyer, "economy/transact", key, "{\"Nil\": \"" + item + "\", \"From\": \"" + from + "\"}");
  }

  private static Client.Answer places(LiveNode at, String owner, String item) throws Exception {
    return at.does(
        owner,
        "locate/mm-add",
        "places-" + ++things,
        "{\"Nil\": \"" + item + "\", \"At\": \"MVS\"}");
  }

  private static JsonNode item(LiveNode at, String id) throws Exception {
    return at.client().get("/api/v2.2/items/" + id, at.operator()).json();
  }

  private static String nil(Client.Answer answer) throws Exception {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.json().path("complements").path("Nil").asText();
  }
}
