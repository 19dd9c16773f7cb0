package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over sockets, on a real data directory. */
@DisplayName("What Anna reports to the operator")
class ReportsTest {
  private static final String SAID =
      "{\"about\": \"Seller\", \"at\": \"MVS\", \"words\": \"shouts\"}";

  @TempDir Path directory;

  @Test
  @DisplayName(
      "is still there when the node has begun anew, once, is hers to take along, and its words go"
          + " with her Account")
  void survives() throws Exception {
    String anna;
    try (LiveNode before = LiveNode.start(directory.resolve("data"))) {
      before.register("Anna");
      anna = before.token("Anna");
      assertThat(report(before, anna).status()).isEqualTo(200);
    }
    try (LiveNode after = LiveNode.start(directory.resolve("data"))) {
      assertThat(report(after, anna).status()).as("a retry").isEqualTo(200);
      JsonNode reports = reports(after);
      assertThat(reports).hasSize(1);
      assertThat(reports.get(0).path("by").asText()).isEqualTo("Anna");
      assertThat(reports.get(0).path("about").asText()).isEqualTo("Seller");
      assertThat(reports.get(0).path("at").asText()).isEqualTo("MVS");
      assertThat(reports.get(0).path("words").asText()).isEqualTo("shouts");

      String account =
          after.client().get("/api/v2.2/processes/Anna", anna).json().path("accountID").asText();
      JsonNode export =
          after.client().get("/api/account/" + account + "/export", anna).json().path("processes");
      assertThat(export.get(0).path("reports")).isEqualTo(reports);
      var erased = after.client().send("DELETE", "/api/account/" + account, anna, "", "");
      assertThat(erased.status()).isEqualTo(204);
      assertThat(reports(after).get(0).path("words").asText()).isEqualTo("(erased)");
    }
  }

  private static Client.Answer report(LiveNode node, String token) throws Exception {
    return node.client().act("v2.2/reports", token, "report-1", SAID);
  }

  private static JsonNode reports(LiveNode node) throws Exception {
    return node.operatorClient().get("/admin/reports", node.operator()).json().path("reports");
  }
}
