package org.mmm.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The distribution")
class DistributionIT {
  private static final Path DIST = Path.of(System.getProperty("mmm.dist"));

  /** The parts of a library for one system have a word of their own after the version. */
  private static final Pattern JAR =
      Pattern.compile("(?<library>.+?)-(?<version>[0-9].*?)(-native|-linux-[a-z0-9_]+)?[.]jar");

  @TempDir Path temp;

  @Test
  void holdsEachLibraryInOneVersion() throws Exception {
    try (var jars = Files.list(DIST.resolve("lib"))) {
      var versions =
          jars.filter(Files::isRegularFile) // lib/cassandra is a program of its own
              .map(jar -> JAR.matcher(jar.getFileName().toString()))
              .peek(jar -> assertThat(jar.matches()).as(jar.toString()).isTrue())
              .collect(
                  Collectors.groupingBy(
                      jar -> jar.group("library"),
                      Collectors.mapping(jar -> jar.group("version"), Collectors.toSet())));
      assertThat(versions).containsKeys("mmm-client-cli", "mmm-services", "picocli", "sqlite-jdbc");
      assertThat(versions).allSatisfy((name, its) -> assertThat(its).as(name).hasSize(1));
    }
  }

  @Test
  void refusesAnOldJavaInOneLine() throws Exception {
    var old = temp.resolve("java11");
    Shell.program(
        old.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    var shell = new Shell(temp, Map.of("JAVA_HOME", old.toString()));
    assertThat(shell.run(DIST.resolve("bin/mmm").toString(), "--version"))
        .isEqualTo(
            new Shell.Outcome(
                1,
                "",
                "mmm: "
                    + old
                    + "/bin/java is Java 11.0.2; mmm needs 17 or newer: install one, or point"
                    + " JAVA_HOME to it\n"));
  }
}
