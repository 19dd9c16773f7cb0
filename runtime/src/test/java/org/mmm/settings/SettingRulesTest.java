package org.mmm.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of settings")
class SettingRulesTest {
  private static final SettingRules RULES = new SettingRules("mmm.example");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  @DisplayName("let pass what is on a bound")
  void includeTheirBounds() {
    passes(() -> RULES.between("many", 1, 1, 100));
    passes(() -> RULES.between("many", 100, 1, 100));
    passes(() -> RULES.between("every", SECOND, SECOND, MINUTE));
    passes(() -> RULES.between("every", MINUTE, SECOND, MINUTE));
    passes(() -> RULES.bytesBetween("size", 1_024, 1_024, 2_048));
    passes(() -> RULES.bytesBetween("size", 2_048, 1_024, 2_048));
  }

  @Test
  @DisplayName("name the setting, the rule and the value of what is beyond")
  void nameWhatIsWrong() {
    refused(() -> RULES.between("many", 0, 1, 100), "many must be from 1 to 100, was 0");
    refused(() -> RULES.between("many", 101, 1, 100), "many must be from 1 to 100, was 101");
    refused(
        () -> RULES.between("every", SECOND.minusNanos(1), SECOND, MINUTE),
        "every must be from 1000 to 60000 ms, was 999 ms");
    refused(
        () -> RULES.between("every", MINUTE.plusMillis(1), SECOND, MINUTE),
        "every must be from 1000 to 60000 ms, was 60001 ms");
    refused(
        () -> RULES.bytesBetween("size", 0, 1, 1_024),
        "size must be from 1 to 1024 bytes, was 0 bytes");
    refused(
        () -> RULES.require(false, "host", "a name", "empty"), "host must be a name, was empty");
  }

  private static void passes(ThrowingCallable check) {
    assertThatCode(check).doesNotThrowAnyException();
  }

  private static void refused(ThrowingCallable check, String message) {
    assertThatThrownBy(check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mmm.example." + message);
  }
}
