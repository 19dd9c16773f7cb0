package org.mmm.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.SigningKey;

@DisplayName("The keys of an M-Instance")
class OwnKeysTest {
  private static final long NOW = 1_795_476_660;
  private static final long YEAR = 365 * 86_400L;

  @TempDir private Path directory;
  private Path file = Path.of("");
  private OwnKeys keys;
  private String first = "";

  @BeforeEach
  void make() {
    file = directory.resolve("federation.keys");
    keys = OwnKeys.of(file, NOW);
    first = keys.at(NOW).published().id();
  }

  @Test
  @DisplayName("are made once, and are the same after a restart")
  void keep() {
    assertThat(OwnKeys.of(file, NOW + 5).published(NOW + 5)).isEqualTo(keys.published(NOW));
  }

  @Test
  @DisplayName("are read again when the file has changed: a new key is published, and signs later")
  void rotate() throws IOException {
    add(SigningKey.made("later", NOW + 600, NOW + 3 * YEAR), 1);
    assertThat(keys.published(NOW + 9)).extracting(InstanceKey::id).containsExactly(first);
    assertThat(keys.published(NOW + 10)).extracting(InstanceKey::id).contains(first, "later");
    assertThat(keys.at(NOW + 10).published().id()).isEqualTo(first);
    assertThat(keys.at(NOW + 600).published().id()).isEqualTo("later");
    assertThat(keys.published(NOW + 600)).extracting(InstanceKey::id).contains(first);
  }

  @Test
  @DisplayName("stay as they are while the file is wrong, and follow it once it is right")
  void survive() throws IOException {
    String good = Files.readString(file);
    write("{\"keys\": [{\"kid\"", 1);
    assertThat(keys.at(NOW + 10).published().id()).isEqualTo(first);
    write("{\"keys\": []}", 2);
    assertThat(keys.at(NOW + 20).published().id()).isEqualTo(first);
    write(good, 3);
    add(SigningKey.made("longer", NOW, NOW + 3 * YEAR), 4);
    assertThat(keys.at(NOW + 30).published().id()).isEqualTo("longer");
  }

  @Test
  @DisplayName("are not begun with if none is valid, or there are too many")
  void refused() throws IOException {
    assertThatThrownBy(() -> OwnKeys.of(file, NOW + 3 * YEAR))
        .hasMessageContaining("no key is valid now; add one with: mmm federation rotate FILE");
    for (int i = 0; i < 16; i++) add(SigningKey.made("k" + i, NOW, NOW + YEAR), i);
    assertThatThrownBy(() -> OwnKeys.of(file, NOW)).hasMessageContaining("holds 17 keys, 16");
  }

  private void add(SigningKey key, int later) throws IOException {
    ObjectNode all = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
    all.withArray("keys").add(key.secretJson());
    write(all.toString(), later);
  }

  private void write(String text, int later) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(NOW + later)));
  }
}
