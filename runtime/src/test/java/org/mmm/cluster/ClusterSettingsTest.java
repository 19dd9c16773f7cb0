package org.mmm.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The settings of a cluster")
class ClusterSettingsTest {
  private static final String TAKE_OVER =
      """
      pekko.cluster.failure-detector.acceptable-heartbeat-pause = 2s
      pekko.cluster.split-brain-resolver.stable-after = 3s
      """;

  @Test
  @DisplayName("are by default those of a node that is alone and does everything")
  void defaults() {
    ClusterSettings settings = ClusterSettings.of(config(""));
    assertThat(settings.alone()).isTrue();
    assertThat(settings.roles()).isEqualTo(Set.of("edge", "process", "room"));
    assertThat(settings.lease()).hasSeconds(4);
  }

  @Test
  @DisplayName("list seeds by commas or blanks")
  void seeds() {
    ClusterSettings settings =
        ClusterSettings.of(
            config("mmm.cluster { port = 1, seeds = \"mmm-0.mmm:25520, mmm-1.mmm:25520\" }"));
    assertThat(settings.seeds()).containsExactly("mmm-0.mmm:25520", "mmm-1.mmm:25520");
    assertThat(settings.alone()).isFalse();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          host         | ""                | a name or an address
          port         | 70000             | from 0 to 65535
          seeds        | "one"             | host:port
          seeds        | "one:0"           | host:port
          seeds        | "one:1"           | from 1 to 65535 where there are seeds
          dns          | "mmm.local"       | name:port
          roles        | "edge, cook"      | some of [edge, process, room]
          roles        | ""                | some of [edge, process, room]
          join-within  | 1s                | from 5000 to 600000 ms, was 1000 ms
          lease        | 5s                | at least 1 s shorter than the time after which others
          ping-every   | 2s                | from 100 to 1000 ms
          """)
  void refusesWhatBreaksARule(String key, String value, String rule) {
    assertThatThrownBy(() -> ClusterSettings.of(config("mmm.cluster." + key + " = " + value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("mmm.cluster.")
        .hasMessageContaining(rule);
  }

  private static Config config(String said) {
    return ConfigFactory.parseString(said)
        .withFallback(ConfigFactory.parseString(TAKE_OVER))
        .withFallback(ConfigFactory.load());
  }
}
