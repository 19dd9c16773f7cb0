package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.ipp.SigningKey;

@DisplayName("mmm federation rotate")
class FederationRotateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NOW = Instant.now().getEpochSecond();
  private static final long DAY = 86_400;

  @TempDir private Path directory;
  private Path file = Path.of("");

  @BeforeEach
  void make() throws IOException {
    file = directory.resolve("federation.keys");
    write(SigningKey.made("key-1", NOW - DAY, NOW + 300 * DAY));
  }

  @Test
  @DisplayName("adds a key that begins later, keeps the one before, and shows no secret")
  void rotates() throws IOException {
    String secret = JSON.readTree(Files.readString(file)).at("/keys/0/d").asText();
    Mmm.Ended ended = mmm("rotate", file.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("key-1").contains("signs").contains("begins later");
    JsonNode keys = JSON.readTree(Files.readString(file)).path("keys");
    assertThat(keys).hasSize(2);
    assertThat(keys.path(0).path("d").asText()).isEqualTo(secret);
    SigningKey added = SigningKey.of(keys.path(1));
    assertThat(added.published().validAt(NOW + 300)).isFalse();
    assertThat(added.published().validAt(NOW + 660)).isTrue();
    String shown = mmm("keys", file.toString(), "-o", "json").out();
    assertThat(shown).contains("key-1").doesNotContain(secret).doesNotContain("\"d\"");
    assertThat(ended.out()).doesNotContain(secret);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  @DisplayName("adds none that would never sign")
  void neverSigns() {
    Mmm.Ended ended = mmm("rotate", file.toString(), "--valid-for", "24h");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("give a longer --valid-for");
    assertThat(mmm("rotate", file.toString(), "--valid-for", "5s").err()).contains("at least 1h");
    assertThat(mmm("rotate", file.toString(), "--begins-in", "soon").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("takes out what is over only where there is no room, and else refuses")
  void full() throws IOException {
    List<SigningKey> keys = new ArrayList<>();
    for (int i = 0; i < 15; i++) keys.add(SigningKey.made("k" + i, NOW - DAY, NOW + 10 * DAY));
    keys.add(SigningKey.made("over", NOW - 3 * DAY, NOW - DAY));
    write(keys.toArray(new SigningKey[0]));
    assertThat(mmm("rotate", file.toString()).code()).isZero();
    assertThat(Files.readString(file)).doesNotContain("\"over\"").contains("\"k14\"");
    Mmm.Ended none = mmm("rotate", file.toString(), "--begins-in", "11m", "--valid-for", "30000h");
    assertThat(none.code()).isEqualTo(6);
    assertThat(none.err()).contains("has 16 keys that are not over");
  }

  @Test
  @DisplayName("says what is wrong with the file, and shows nothing of it")
  void wrongFile() throws IOException {
    assertThat(mmm("rotate", directory.resolve("none").toString()).code()).isEqualTo(3);
    Files.writeString(file, "{\"keys\": [{\"kid\": \"x\", \"d\": \"hidden\"}]}");
    Mmm.Ended ended = mmm("rotate", file.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("has a key that is none").doesNotContain("hidden");
    Files.writeString(file, "hidden");
    assertThat(mmm("keys", file.toString()).err())
        .contains("is no file of keys")
        .doesNotContain("hidden");
  }

  private Mmm.Ended mmm(String... arguments) {
    List<String> all = new ArrayList<>(List.of("federation"));
    all.addAll(List.of(arguments));
    return new Mmm(directory.resolve("home")).run(all.toArray(new String[0]));
  }

  private void write(SigningKey... keys) throws IOException {
    var set = JSON.createObjectNode();
    var all = set.putArray("keys");
    for (SigningKey key : keys) all.add(key.secretJson());
    Files.writeString(file, set.toString());
  }
}
