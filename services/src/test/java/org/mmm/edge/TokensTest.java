package org.mmm.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final Duration LIFETIME = Duration.ofDays(1);
  private static final long NOW = 1_800_000_000_000L;

  @TempDir Path directory;
  private Path file;
  private Tokens tokens;

  @BeforeEach
  void open() {
    file = directory.resolve("secrets");
    tokens = reopened();
  }

  private Tokens reopened() {
    return new Tokens(Secrets.open(file, n -> new SecureRandom().generateSeed(n)), LIFETIME);
  }

  @Test
  void saysWhoseItIsUntilItRunsOut() {
    String token = tokens.issue("User.1, of München", "id", NOW);
    assertThat(token).doesNotContain(",").doesNotContain("=").doesNotContain(" ");
    assertThat(tokens.read(token, NOW).orElseThrow().process()).isEqualTo("User.1, of München");
    assertThat(tokens.read(token, NOW + LIFETIME.toMillis())).isEmpty();
  }

  @Test
  void isGoodOnEveryNodeWithTheSameSecrets() {
    assertThat(reopened().read(tokens.issue("User1", "id", NOW), NOW)).isPresent();
  }

  @Test
  void isBadOnceAnyCharacterIsAnother() {
    String token = tokens.issue("User1", "id", NOW);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.read(forged, NOW)).as("at " + i).isEmpty();
    }
  }

  @Test
  void livesOnUnderAnOlderKey() throws IOException {
    String token = tokens.issue("User1", "id", NOW);
    String newest = "k2 " + Secrets.text(new SecureRandom().generateSeed(32)) + "\n";
    Files.writeString(file, newest + Files.readString(file));
    Tokens rotated = reopened();
    assertThat(rotated.read(token, NOW)).isPresent();
    assertThat(rotated.issue("User1", "id", NOW)).startsWith("v1.k2.");
  }

  @Test
  void isTheSameInAReplay() {
    String token = tokens.replayable("User1", "id", NOW);
    assertThat(tokens.replayable("User1", "id", NOW + 60_000)).isEqualTo(token);
    assertThat(tokens.read(token, NOW + LIFETIME.toMillis())).isPresent();
  }

  @Test
  void needsASecretThatOthersCannotRead() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(this::reopened).hasMessageContaining("chmod 600");
  }

  @Test
  void needsASecretThatIsLongEnough() throws IOException {
    Files.writeString(file, "k1 c2hvcnQ\nderive c2hvcnQ\n");
    assertThatThrownBy(this::reopened).hasMessageContaining("at least 32 bytes");
  }
}
