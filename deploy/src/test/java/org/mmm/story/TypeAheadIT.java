package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is typed at a terminal before mmm repl looks")
class TypeAheadIT {
  @TempDir Path directory;

  @Test
  void isPerformedToTheLastSentence() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script makes the terminal");
    try (NodeProcess node = NodeProcess.start(directory.resolve("data"))) {
      String typed =
          """
          human1 Registers PersonalProfile{} Into User1, Device1, Persona1
          User1 MM-Embeds Persona1 At MM-Square
          User1 MM-Sends "hello" To User1
          expect Persona1 At MM-Square
          exit
          """;
      Cli cli = new Cli(directory.resolve("home"));

      Cli.Said shown = cli.atTerminal(typed, "repl", "--url", node.url());

      assertThat(shown.exit()).isZero();
      long performed = Pattern.compile("-> .{0,8}Ack").matcher(shown.out()).results().count();
      assertThat(performed).as(shown.out()).isEqualTo(4);
    }
  }
}
