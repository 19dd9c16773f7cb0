package org.mmm.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Personal text of Anna")
class PersonalTest {
  private static final String SECRET = "anna.bianchi@example.org";
  private static final Notebook.Signed SIGNED =
      new Notebook.Signed(new Personal("anna", SECRET), "the library");

  @TempDir Path temp;

  @Test
  void comesBackAfterARestart() throws IOException {
    var stored = sealed(SIGNED);
    assertThat(opened(stored)).isEqualTo(SIGNED);
  }

  @Test
  void isNowhereInTheFiles() throws IOException {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      var bytes = serializer(node).toBinary(SIGNED);
      assertThat(new String(bytes, ISO_8859_1)).contains("the library").doesNotContain(SECRET);
      JournalNode.await(
          node.node().write(node.node().notebook("visible"), "this is found in the file"));
      persist(node, bytes);
    }
    var database =
        Files.readString(temp.resolve("data/" + DataDirectory.DATABASE_FILE), ISO_8859_1);
    assertThat(database).contains("this is found in the file").doesNotContain(SECRET);
  }

  @Test
  void isGoneOnceHerKeyIsErasedAndAllElseStays() throws IOException {
    var bruno = new Notebook.Signed(new Personal("bruno", "bruno@example.org"), "the garden");
    var ofAnna = sealed(SIGNED);
    var ofBruno = sealed(bruno);
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      assertThat(serializer(node).fromBinary(ofAnna, "notebook-event")).isEqualTo(SIGNED);
      node.journal().accountKeys().erase("anna");
      node.journal().accountKeys().erase("anna");
      assertThat(serializer(node).fromBinary(ofAnna, "notebook-event"))
          .isEqualTo(new Notebook.Signed(new Personal("anna", null), "the library"));
    }
    assertThat(opened(ofAnna))
        .isEqualTo(new Notebook.Signed(new Personal("anna", null), "the library"));
    assertThat(opened(ofBruno)).isEqualTo(bruno);
  }

  @Test
  @DisplayName("written after her key was erased is not kept, under no new key either")
  void staysErased() throws IOException {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      node.journal().accountKeys().erase("anna");
    }
    assertThat(opened(sealed(SIGNED)))
        .isEqualTo(new Notebook.Signed(new Personal("anna", null), "the library"));
  }

  @Test
  void cannotBePassedOffAsAnotherPersons() {
    var keys = JournalSetup.inMemory(new SecureRandom());
    var ofAnna = keys.seal("anna", SECRET).orElseThrow();
    keys.seal("bruno", "something");
    assertThatThrownBy(() -> keys.open("bruno", ofAnna))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("bruno");
  }

  @Test
  void isNotPrinted() {
    assertThat(SIGNED.toString()).contains("anna", "the library").doesNotContain(SECRET);
  }

  @Test
  @DisplayName(
      "does not open without the master key, with a wrong one, or with a damaged one; each is said"
          + " at the start")
  void needsTheMasterKey() throws IOException {
    var data = temp.resolve("data");
    EmbeddedNode.start(data).close();
    var file = data.resolve(DataDirectory.MASTER_KEY_FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Files.move(file, temp.resolve("away"));
    startFails(data, "cannot be read");
    Files.writeString(file, "ab".repeat(32));
    startFails(data, "is not the one that this journal was written with");
    Files.writeString(file, "short");
    startFails(data, "64 hexadecimal digits");
    Files.delete(file);
    Files.move(temp.resolve("away"), file);
    EmbeddedNode.start(data).close();
  }

  @Test
  void canBeKeptUnderAKeyFromElsewhere() throws IOException {
    var elsewhere = temp.resolve("secret.key");
    var setting = "mmm.journal.master-key-file = \"" + elsewhere + "\"";
    EmbeddedNode.start(temp.resolve("data"), setting).close();
    assertThat(elsewhere).exists();
    assertThat(temp.resolve("data").resolve(DataDirectory.MASTER_KEY_FILE)).doesNotExist();
    EmbeddedNode.start(temp.resolve("data"), setting).close();
  }

  private void startFails(Path data, String rule) {
    try (var directory = DataDirectory.open(data)) {
      assertThatThrownBy(
              () ->
                  EmbeddedJournal.open(
                      directory,
                      ConfigFactory.load(),
                      InstantSource.system(),
                      new SecureRandom(),
                      new SimpleMeterRegistry()))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll(DataDirectory.MASTER_KEY_FILE, rule)
          .hasMessageNotContaining("\n");
    }
  }

  private byte[] sealed(Notebook.Signed event) throws IOException {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      return serializer(node).toBinary(event);
    }
  }

  private Object opened(byte[] bytes) throws IOException {
    try (var node = EmbeddedNode.start(temp.resolve("data"))) {
      return serializer(node).fromBinary(bytes, "notebook-event");
    }
  }

  /** Puts the very bytes into the store, as a blob. */
  private static void persist(EmbeddedNode node, byte[] bytes) {
    JournalNode.await(node.journal().blobs().put(bytes, "item"));
  }

  private static SerializerWithStringManifest serializer(EmbeddedNode node) throws IOException {
    return (SerializerWithStringManifest)
        SerializationExtension.get(node.node().system()).serializerFor(Notebook.Signed.class);
  }
}
