package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When the personal data of an Account are erased")
class ErasureTest {
  private static final String SECRET = "my grandmother is called Ottilie";

  @Test
  @DisplayName("nobody is told of them any more, though the entities that have read them still run")
  void isNotToldFromMemory(@TempDir Path directory) throws Exception {
    try (LiveNode node = LiveNode.start(directory.resolve("data"))) {
      node.register("Anna");
      node.register("Bruno");
      String words = "\"MessageData\": \"";
      String saying = LiveNode.saying("Bruno", "hello").replace(words + "hello", words + SECRET);
      var said = node.does("Anna", "communicate/mm-send", "secret", saying);
      assertThat(said.status()).as(said.response().body()).isEqualTo(200);
      String message = "/api/v2.2/items/Message-hello";
      String log = "/api/v2.2/processes/Bruno/activity";
      assertThat(body(node, message, "Bruno")).contains("Ottilie");

      var profile = node.client().get("/api/v2.2/processes/Anna", node.token("Anna"));
      String account = profile.json().path("accountID").asText();
      assertThat(account).as(profile.response().body()).isNotEmpty();
      var erased = node.client().send("DELETE", "/api/account/" + account, node.operator(), "", "");
      assertThat(erased.status()).as(erased.response().body()).isEqualTo(204);

      assertThat(body(node, message, "Bruno")).contains("Erased");
      for (String path : List.of(message, log)) {
        assertThat(node.client().get(path, node.token("Bruno")).response().body())
            .as(path)
            .doesNotContain("Ottilie");
      }
      assertThat(node.says("Bruno", "Anna", "are you still there").status()).isEqualTo(200);
    }
  }

  private static String body(LiveNode node, String path, String process) throws Exception {
    var answer = node.client().get(path, node.token(process));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.response().body();
  }
}
