package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A node that starts on Cassandra")
class CassandraStoreTest {
  private static final String KEYSPACE = CassandraNode.newKeyspace();

  @TempDir static Path shared;
  @TempDir Path temp;

  /** Makes the tables, and the master key that was there first. */
  @BeforeAll
  static void aFirstNode() {
    try (var directory = DataDirectory.open(shared.resolve("first"))) {
      CassandraNode.open(
              directory,
              EmbeddedNode.config(CassandraNode.settings(KEYSPACE, CassandraNode.contactPoint())))
          .close();
    }
  }

  @Test
  @DisplayName("is refused where nobody made the tables, and told how to make them")
  void needsItsTables() {
    var keyspace = CassandraNode.newKeyspace();
    try (var directory = DataDirectory.open(temp.resolve("data"))) {
      assertThatThrownBy(() -> CassandraNode.open(directory, CassandraNode.strict(keyspace, "")))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll(keyspace, "tables.cql", "create-schema = dev")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  @DisplayName("is refused with another number of shards or another size of partitions")
  void needsTheSameFormat() {
    try (var directory = DataDirectory.open(temp.resolve("data"))) {
      assertThatThrownBy(
              () ->
                  Store.open(
                      directory,
                      CassandraNode.strict(KEYSPACE, masterKey()),
                      new StoreIdentity(101, 64),
                      InstantSource.system(),
                      new SecureRandom(),
                      new SimpleMeterRegistry()))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll("shards 100", "shards 101", "mmm.entities.shards");
      assertThatThrownBy(
              () ->
                  CassandraNode.open(
                      directory,
                      CassandraNode.strict(
                          KEYSPACE, masterKey() + "mmm.journal.cassandra.partition-size = 1000")))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll("partition size 50000", "partition size 1000");
    }
  }

  @Test
  @DisplayName("needs the master key of the others, and learns what they seal and erase")
  void sharesTheMasterKey() throws IOException {
    try (var first = DataDirectory.open(shared.resolve("first"));
        var second = DataDirectory.open(temp.resolve("second"))) {
      assertThatThrownBy(() -> CassandraNode.open(second, CassandraNode.strict(KEYSPACE, "")))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll("master key", "mmm.journal.master-key-file");
      Files.writeString(temp.resolve("other.key"), "ab".repeat(32));
      assertThatThrownBy(
              () ->
                  CassandraNode.open(
                      second,
                      CassandraNode.strict(
                          KEYSPACE,
                          "mmm.journal.master-key-file = \"" + temp.resolve("other.key") + "\"")))
          .hasMessageContaining("is not the one that this journal was written with");

      try (var one = CassandraNode.open(first, CassandraNode.strict(KEYSPACE, ""));
          var two = CassandraNode.open(second, CassandraNode.strict(KEYSPACE, masterKey()))) {
        var sealed = one.accountKeys().seal("anna", "her address").orElseThrow();
        one.accountKeys().erase("bruno");
        assertThat(two.accountKeys().open("anna", sealed)).contains("her address");
        assertThat(two.accountKeys().seal("bruno", "his address")).isEmpty();
      }
    }
  }

  @Test
  @DisplayName("needs the token secrets of the others")
  void sharesTheSecrets() {
    try (var directory = DataDirectory.open(temp.resolve("data"));
        var store = CassandraNode.open(directory, CassandraNode.strict(KEYSPACE, masterKey()))) {
      var shared = store.shared().orElseThrow();
      shared.checkSecrets("one");
      shared.checkSecrets("one");
      assertThatThrownBy(() -> shared.checkSecrets("other"))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll("derive", KEYSPACE, "mmm.node.secrets-file");
    }
  }

  @Test
  @DisplayName("knows who lives, until they go or say nothing more")
  void knowsWhoLives() {
    try (var directory = DataDirectory.open(temp.resolve("data"));
        var store = CassandraNode.open(directory, CassandraNode.strict(KEYSPACE, masterKey()))) {
      var shared = store.shared().orElseThrow();
      shared.announce("n1", "10.0.0.1:1", Duration.ofMinutes(5)).toCompletableFuture().join();
      shared.announce("n2", "10.0.0.2:1", Duration.ofMinutes(5)).toCompletableFuture().join();
      shared.announce("n3", "10.0.0.3:1", Duration.ofSeconds(1)).toCompletableFuture().join();
      shared.withdraw("n2");
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> shared.living().equals(Map.of("n1", "10.0.0.1:1")));
      assertThat(shared.askWhoLives().toCompletableFuture().join())
          .isEqualTo(Map.of("n1", "10.0.0.1:1"));
    }
  }

  @Test
  @DisplayName("is told when no Cassandra answers")
  void needsACassandra() throws IOException {
    String nobody;
    try (var closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      nobody = "127.0.0.1:" + closed.getLocalPort();
    }
    try (var directory = DataDirectory.open(temp.resolve("data"))) {
      assertThatThrownBy(
              () ->
                  CassandraNode.open(
                      directory,
                      EmbeddedNode.config(
                          CassandraNode.settings(KEYSPACE, nobody)
                              + "mmm.journal.cassandra.start-within = 1s")))
          .isInstanceOf(JournalException.class)
          .hasMessageContainingAll(nobody, "start it", "--contact-points");
    }
  }

  private static String masterKey() {
    return "mmm.journal.master-key-file = \""
        + shared.resolve("first").resolve(DataDirectory.MASTER_KEY_FILE)
        + "\"\n";
  }
}
