package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bin/mmm federation demo, as an integrator calls it first")
class FederationDemoIT {
  @TempDir Path directory;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void letsTheUsersOfTwoMetaversesMeet() throws Exception {
    Cli.Said said = new Cli(directory.resolve("home")).says("federation", "demo");

    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out().lines().reduce((first, second) -> second))
        .hasValue("47 passed, 0 failed");
    assertThat(said.out())
        .contains("To User2@beta  -> Ack", "At Room2@beta With SA(2, 0, 1)  -> Ack");
    assertThat(Files.exists(directory.resolve("home").resolve("config.json")))
        .as("the contexts alpha and beta are gone with their nodes")
        .isFalse();
  }
}
