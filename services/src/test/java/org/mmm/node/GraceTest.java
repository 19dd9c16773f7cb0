package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time in which a node must stop")
class GraceTest {
  @Test
  @DisplayName("is enough as it is, and refused where it is shorter than stopping may take")
  void mustFit() {
    assertThatCode(() -> Grace.check(Settings.of(Arguments.of(List.of("--data", "x")))))
        .doesNotThrowAnyException();
    var config =
        com.typesafe.config.ConfigFactory.parseString("mmm.node.grace = 60s")
            .withFallback(Settings.of(Arguments.of(List.of("--data", "x"))));
    assertThatThrownBy(() -> Grace.check(config))
        .isInstanceOf(NodeFailure.class)
        .hasMessageContainingAll("mmm.node.grace must be at least 115 s", "was 60 s");
  }
}
