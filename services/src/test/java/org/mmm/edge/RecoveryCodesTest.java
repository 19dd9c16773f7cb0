package org.mmm.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {
  @Test
  void areTheSameHoweverPeopleTypeThem() {
    byte[] random = new byte[32];
    for (int i = 0; i < random.length; i++) random[i] = (byte) (37 * i);
    String code = RecoveryCodes.code(random);
    assertThat(code).matches("([0-9a-hjkmnp-tv-z]{6}-){3}[0-9a-hjkmnp-tv-z]{6}");
    String plain = RecoveryCodes.plain(code);
    assertThat(RecoveryCodes.plain(code.replace("-", " ").toUpperCase(Locale.ROOT)))
        .isEqualTo(plain);
    assertThat(RecoveryCodes.plain(code.replace('0', 'O').replace('1', 'l'))).isEqualTo(plain);
    assertThat(RecoveryCodes.plain(code + "0")).isNotEqualTo(plain);
  }
}
