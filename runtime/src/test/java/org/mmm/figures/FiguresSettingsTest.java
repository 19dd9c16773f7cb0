package org.mmm.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The settings of figures")
class FiguresSettingsTest {
  private static final Config DEFAULTS = ConfigFactory.defaultReference();

  @Test
  @DisplayName("are within their bounds as they are shipped")
  void defaults() {
    assertThat(FiguresSettings.of(DEFAULTS).rounds()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "window, 1s, from 2000 to 60000 ms, 1000 ms",
    "window, 61s, from 2000 to 60000 ms, 61000 ms",
    "answer-within, 99ms, from 100 to 5000 ms, 99 ms",
    "hot-rooms, 0, from 1 to 100, 0",
    "hot-rooms, 101, from 1 to 100, 101",
    "shards-every, 2m, from 1000 to 60000 ms, 120000 ms"
  })
  @DisplayName("name the setting, the rule and the value when they are not")
  void bounds(String key, String value, String rule, String shown) {
    Config wrong =
        ConfigFactory.parseMap(Map.of("mmm.figures." + key, value)).withFallback(DEFAULTS);
    assertThatThrownBy(() -> FiguresSettings.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mmm.figures." + key + " must be " + rule + ", was " + shown);
  }
}
