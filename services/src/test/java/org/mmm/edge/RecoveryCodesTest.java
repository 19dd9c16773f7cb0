package org.mmm.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecoveryCodesTest {
  @Test
  void areKeptAsAHashThatFitsTheCodeAlone() {
    byte[] random = new byte[32];
    for (int i = 0; i < random.length; i++) random[i] = (byte) (37 * i);
    String code = RecoveryCodes.code(random);
    assertThat(code).matches("([0-9a-hjkmnp-tv-z]{6}-){3}[0-9a-hjkmnp-tv-z]{6}");
    try (RecoveryCodes codes = new RecoveryCodes()) {
      String kept = codes.hash(code, new byte[16]).toCompletableFuture().join();
      assertThat(kept).startsWith("argon2id$").doesNotContain(code);
      String typed = code.replace("-", "").toUpperCase(java.util.Locale.ROOT);
      assertThat(codes.matches(typed, kept).toCompletableFuture().join()).isTrue();
      assertThat(codes.matches(code + "0", kept).toCompletableFuture().join()).isFalse();
      assertThat(codes.matches(code, "").toCompletableFuture().join()).isFalse();
    }
  }
}
