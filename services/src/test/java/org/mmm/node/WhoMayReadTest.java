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
import org.mmm.kernel.Hlc;
import org.mmm.log.LogTail;

@DisplayName("Over the MMM-API")
class WhoMayReadTest {
  private static final String LOG = "/api/v2.2/processes/%s/activity";
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static LiveNode node;

  @BeforeAll
  static void start() throws Exception {
    node = LiveNode.start(directory.resolve("data"));
    node.register("Anna");
    node.register("Bruno");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @DisplayName("a Process reads another's log by the Right that this one gave, as long as it lasts")
  void readsALogByRight() throws Exception {
    String log = LOG.formatted("Anna");
    assertThat(get(log, "Bruno").status()).isEqualTo(403);
    assertThat(change("Bruno", "Bruno", "May", "Inform", "NilProcess", "Anna", "self"))
        .as("nobody gives it to himself")
        .isEqualTo(403);
    assertThat(change("Anna", "Bruno", "May Not", "MM-Send", "NilProcess", "Anna", "other"))
        .as("and a Process gives no other Right to itself")
        .isEqualTo(403);

    assertThat(change("Anna", "Bruno", "May", "Inform", "NilProcess", "Anna", "read"))
        .isEqualTo(200);
    JsonNode read = get(log, "Bruno").json();
    assertThat(read.path("entries")).isNotEmpty();
    assertThat(read).isEqualTo(get(log, "Anna").json());
    long next = read.path("next").asLong();
    assertThat(get(log + "?wait=1&after=" + next, "Bruno").json().path("entries")).isEmpty();
    assertThat(get(LOG.formatted("Seller"), "Bruno").status()).isEqualTo(403);

    assertThat(change("Anna", "Bruno", "May Not", "Inform", "NilProcess", "Anna", "unread"))
        .isEqualTo(200);
    assertThat(get(log, "Bruno").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("the operator reads the whole log of a Service in one order, page by page")
  void readsTheLogOfAService() throws Exception {
    int asked = LogTail.KEPT + 20; // more than the part of one asker keeps in memory
    for (int i = 0; i < asked; i++) ask("Anna", i);
    for (int i = 0; i < 20; i++) ask("Bruno", i);
    String log = LOG.formatted("ActivityService");
    assertThat(get(log, "Anna").status()).isEqualTo(403);

    await().atMost(SOON).until(() -> allOf(log, 1_000).size() >= asked + 20);
    List<JsonNode> all = allOf(log, 37);
    assertThat(all).hasSize(asked + 20);
    assertThat(all).extracting(e -> e.path("processActionID").asText()).doesNotHaveDuplicates();
    assertThat(all).extracting(e -> Hlc.parse(e.path("hlc").asText())).isSorted();
    assertThat(all)
        .filteredOn(e -> e.path("complements").path("To").asText().equals("Bruno"))
        .hasSize(20);

    String last = all.get(all.size() - 1).path("hlc").asText();
    var nothing = node.client().get(log + "?wait=1&after=" + last, node.operator()).json();
    assertThat(nothing.path("entries")).isEmpty();
    assertThat(nothing.path("next").asText()).isEqualTo(last);
    assertThat(node.client().get(log + "?after=noon", node.operator()).status()).isEqualTo(400);
  }

  @Test
  @DisplayName("the owner and the operator see all Rights on an Item, others only their own")
  void seesTheRightsOnAnItem() throws Exception {
    assertThat(change("Seller", "Bruno", "May", "MM-Move", "ToItem", "Room1", "enter"))
        .isEqualTo(200);
    String rights = "/api/v2.2/items/Room1/rights";
    assertThat(holders(get(rights, "Seller").json())).contains("Bruno");
    var all = node.client().get(rights, node.operator());
    assertThat(all.status()).as(all.response().body()).isEqualTo(200);
    assertThat(holders(all.json())).contains("Bruno").doesNotContain("Anna");

    List<String> paged = new ArrayList<>();
    String after = "";
    do {
      var page = node.client().get(rights + "?limit=1&after=" + after, node.operator()).json();
      paged.addAll(holders(page));
      after = page.path("next").asText();
    } while (!after.isEmpty());
    assertThat(paged).containsExactlyElementsOf(holders(all.json()));

    assertThat(change("Seller", "Bruno", "May", "Inform", "NilItem", "Room1", "see"))
        .isEqualTo(200);
    assertThat(holders(get(rights, "Bruno").json())).containsOnly("Bruno").hasSize(2);
    assertThat(get(rights, "Anna").status()).isEqualTo(403);
  }

  @Test
  @DisplayName("a template that went along with one Action is known to a later one by its ID")
  void remembersTemplatesOfEarlierActions() throws Exception {
    String template = LiveNode.template("T-earlier", "MM-Move", "ToItem", "Parcel1");
    String added = "{\"Nil\": \"Room1\", \"At\": \"Parcel1\", \"With\": [%s]}".formatted(template);
    assertThat(node.does("Seller", "locate/mm-add", "earlier", added).status()).isEqualTo(200);
    String byId =
        "{\"Nil\": \"Bruno\", \"With\": [%s]}"
            .formatted(LiveNode.rights("R-later", "May", "T-earlier"));
    var changed = node.does("Seller", "rights/rights-change", "later", byId);
    assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
    assertThat(get("/api/v2.2/processes/Bruno/rights", "Bruno").response().body())
        .contains("MM-Move At Parcel1");
  }

  private static int change(
      String giver, String holder, String verb, String action, String slot, String what, String id)
      throws Exception {
    String complements =
        "{\"Nil\": \"%s\", \"With\": [%s, %s]}"
            .formatted(
                holder,
                LiveNode.template("T-" + id, action, slot, what),
                LiveNode.rights("R-" + id, verb, "T-" + id));
    return node.does(giver, "rights/rights-change", "change-" + id, complements).status();
  }

  private static void ask(String who, int number) throws Exception {
    String question =
        LiveNode.saying("ActivityService", "Is Seller on MMM?")
            .replaceFirst("Message-[^\"]*", "Message-" + who + number);
    var answer = node.does(who, "communicate/mm-send", "ask-" + number, question);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
  }

  private static List<JsonNode> allOf(String log, int limit) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    while (true) {
      String query = "?limit=" + limit + (next.isEmpty() ? "" : "&after=" + next);
      var answer = node.client().get(log + query, node.operator());
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
      JsonNode page = answer.json();
      if (page.path("entries").isEmpty()) return all;
      page.path("entries").forEach(all::add);
      next = page.path("next").asText();
    }
  }

  private static List<String> holders(JsonNode rights) {
    List<String> holders = new ArrayList<>();
    for (JsonNode right : rights.path("rights")) holders.add(right.path("holder").asText());
    return holders;
  }

  private static Client.Answer get(String path, String process) throws Exception {
    return node.client().get(path, node.token(process));
  }
}
