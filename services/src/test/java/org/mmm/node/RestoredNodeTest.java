package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A node on a restored backup")
class RestoredNodeTest {
  @TempDir Path directory;

  @Test
  @DisplayName("takes the tokens and recovery codes of before, and has another operator")
  void goesOnForEverybody() throws Exception {
    Path backup = directory.resolve("backup.zip");
    String token;
    String operator;
    Client.Answer registered;
    try (var node = LiveNode.start(directory.resolve("data"))) {
      registered = node.register("Anna");
      token = node.token("Anna");
      operator = node.operator();
      var written =
          node.operatorClient()
              .send("POST", "/admin/backup", operator, "", "{\"path\":\"" + backup + "\"}");
      assertThat(written.status()).as(written.response().body()).isEqualTo(200);
    }
    Path restored = directory.resolve("restored");
    Restoring.into(
        restored, backup, Settings.of(Arguments.of(List.of("--data", restored.toString()))));
    assertThat(Files.getPosixFilePermissions(restored.resolve("secrets")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(restored.resolve("operator.token")).doesNotExist();

    try (var node = LiveNode.start(restored)) {
      assertThat(node.client().get("/api/v2.2/processes/Anna/rights", token).status())
          .isEqualTo(200);
      String login =
          "{\"humanID\":\"human of Anna\",\"recoveryCode\":\"%s\"}"
              .formatted(registered.header("MMM-Recovery-Code"));
      assertThat(node.client().send("POST", "/api/session", "", "", login).status()).isEqualTo(200);
      assertThat(node.operator()).isNotEqualTo(operator);
      assertThat(node.operatorClient().get("/admin/node", operator).status()).isEqualTo(401);
      assertThat(node.operatorClient().get("/admin/node", node.operator()).status()).isEqualTo(200);
    }
  }
}
