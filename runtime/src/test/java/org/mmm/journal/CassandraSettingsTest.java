package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The settings of Cassandra")
class CassandraSettingsTest {
  @Test
  void haveDefaults() {
    var settings = CassandraSettings.of(ConfigFactory.load());
    assertThat(settings.contactPoints()).containsExactly("127.0.0.1:9042");
    assertThat(settings.createSchema()).isFalse();
    assertThat(settings.consistency()).isEqualTo("QUORUM");
    assertThat(settings.serialConsistency()).isEqualTo("SERIAL");
    assertThat(settings.partitionSize()).isEqualTo(50_000);
  }

  @Test
  void takeSeveralContactPoints() {
    assertThat(of("contact-points", "a.example:9042, [::1]:9142").contactPoints())
        .containsExactly("a.example:9042", "[::1]:9142");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact-points|localhost",
        "contact-points|localhost:0",
        "contact-points|localhost:65536",
        "contact-points|' '",
        "local-datacenter|' '",
        "keyspace|Mmm",
        "keyspace|mmm; DROP TABLE messages",
        "user|anna",
        "create-schema|prod",
        "consistency|ONE",
        "partition-size|999",
        "start-within|11 minutes",
        "connections|0",
        "max-concurrent-requests|15",
        "side-threads|65",
        "max-waiting-requests|0",
        "account-keys-fresh-for|500ms"
      })
  void refuseByName(String setting, String value) {
    assertThatThrownBy(() -> of(setting, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mmm.journal.cassandra." + setting, "must be", "was ");
  }

  @Test
  @DisplayName("count only where the kind says so, which is one of two words")
  void areChosenByTheKind() {
    assertThat(JournalKind.of(ConfigFactory.load())).isEqualTo(JournalKind.EMBEDDED);
    assertThat(JournalKind.of("cassandra")).isEqualTo(JournalKind.CASSANDRA);
    assertThatThrownBy(() -> JournalKind.of("Cassandra"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mmm.journal.kind", "embedded or cassandra", "\"Cassandra\"");
  }

  private static CassandraSettings of(String setting, String value) {
    return CassandraSettings.of(
        ConfigFactory.parseString("mmm.journal.cassandra." + setting + " = \"" + value + "\"")
            .withFallback(ConfigFactory.load()));
  }
}
