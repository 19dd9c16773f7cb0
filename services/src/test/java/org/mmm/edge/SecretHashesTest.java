package org.mmm.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretHashesTest {
  private final SecretHashes hashes = new SecretHashes();

  @AfterEach
  void close() {
    hashes.close();
  }

  @Test
  void fitTheirSecretAlone() {
    String kept = now(hashes.hash("correct horse", new byte[16]));
    assertThat(kept).startsWith("argon2id$").doesNotContain("correct");
    assertThat(now(hashes.matches("correct horse", kept))).isTrue();
    assertThat(now(hashes.matches("Correct horse", kept))).isFalse();
  }

  @Test
  void differForTheSameSecretWithAnotherSalt() {
    byte[] other = new byte[16];
    other[0] = 1;
    assertThat(now(hashes.hash("correct horse", other)))
        .isNotEqualTo(now(hashes.hash("correct horse", new byte[16])));
  }

  @Test
  void whereThereIsNoneNothingFits() {
    assertThat(now(hashes.matches("", SecretHashes.NONE))).isFalse();
    assertThat(now(hashes.matches("none", SecretHashes.NONE))).isFalse();
  }

  private static <T> T now(CompletionStage<T> later) {
    return later.toCompletableFuture().join();
  }
}
