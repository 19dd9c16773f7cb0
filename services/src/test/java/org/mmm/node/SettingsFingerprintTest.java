package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The fingerprint of the settings")
class SettingsFingerprintTest {
  private static final Config BASE =
      ConfigFactory.parseResources("node.conf")
          .withFallback(ConfigFactory.defaultReferenceUnresolved())
          .resolve();

  @ParameterizedTest
  @CsvSource({
    "mmm.node.name, n7",
    "mmm.node.secrets-file, /etc/mmm/secrets",
    "mmm.cluster.host, 10.0.0.7",
    "mmm.cluster.port, 25521",
    "mmm.cluster.roles, edge",
    "mmm.cluster.seed-self, on",
    "mmm.cluster.tls.key, /etc/mmm/tls.key",
    "mmm.edge.invitations, secret",
    "mmm.edge.tls.certificate, /etc/mmm/tls.crt",
    "mmm.journal.master-key-file, /etc/mmm/master.key",
    "pekko.loglevel, DEBUG"
  })
  @DisplayName("leaves out what is a node's own, and what is secret")
  void own(String key, String value) {
    assertThat(changed(key, value)).isEqualTo(SettingsFingerprint.of(BASE));
  }

  @ParameterizedTest
  @CsvSource({
    "mmm.entities.shards, 50",
    "mmm.cluster.lease, 3s",
    "mmm.cluster.seeds, a:1",
    "mmm.gateway.not-after, 5s",
    "mmm.edge.registration, closed",
    "mmm.journal.cassandra.keyspace, other"
  })
  @DisplayName("changes with what all nodes should have in common")
  void common(String key, String value) {
    assertThat(changed(key, value)).isNotEqualTo(SettingsFingerprint.of(BASE));
  }

  @Test
  @DisplayName("is twelve hexadecimal digits")
  void isShort() {
    assertThat(SettingsFingerprint.of(BASE)).matches("[0-9a-f]{12}");
  }

  private static String changed(String key, String value) {
    return SettingsFingerprint.of(ConfigFactory.parseMap(Map.of(key, value)).withFallback(BASE));
  }
}
