package org.mmm.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When {@code ./mmm} builds and when not. It runs in a checkout of its own, whose Maven is a script
 * that counts how often it is asked, since the real one would build this very build.
 */
@DisplayName("./mmm")
class BuildingLauncherIT {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "$*" >>mvn-calls
      while [ -f gate ]; do sleep 0.05; done
      mkdir -p target/build deploy/target/mmm/bin
      touch target/build/started
      echo "[INFO] Building MMM protocol 0.1.0-SNAPSHOT                  [2/7]"
      if [ -f broken ]; then echo "[ERROR] Main.java:[1,1] not a statement"; exit 1; fi
      printf '#!/bin/sh\\necho "ran $*"\\nexit 5\\n' >deploy/target/mmm/bin/mmm
      chmod +x deploy/target/mmm/bin/mmm
      """;

  @TempDir Path temp;
  private Path root;
  private String mmm;
  private Shell shell;

  @BeforeEach
  void checkOut() throws IOException {
    root = Files.createDirectories(temp.resolve("a checkout"));
    Files.copy(Path.of(System.getProperty("mmm.root"), "mmm"), root.resolve("mmm"));
    Shell.program(root.resolve("mmm"), Files.readString(root.resolve("mmm")));
    mmm = root.resolve("mmm").toString();
    Files.createDirectories(root.resolve(".mvn"));
    Files.createDirectories(root.resolve("protocol/src/main"));
    Files.createDirectories(root.resolve("deploy/cassandra/src"));
    Files.writeString(root.resolve("deploy/cassandra/pom.xml"), "<project/>");
    Files.writeString(root.resolve("deploy/cassandra/tables.cql"), "");
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("protocol/pom.xml"), "<project/>");
    Files.writeString(root.resolve("protocol/src/main/Action.java"), "enum Action {}");
    Shell.program(temp.resolve("bin/mvn"), MAVEN);
    shell = shellWithJdk(System.getProperty("java.home"));
  }

  private Shell shellWithJdk(String home) {
    var path = temp.resolve("bin") + ":" + System.getenv("PATH");
    return new Shell(temp, Map.of("PATH", path, "JAVA_HOME", home));
  }

  private int builds() throws IOException {
    var calls = root.resolve("mvn-calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  @Test
  void buildsOnFirstUseAndPassesArgumentsAndExitCodeOn() throws Exception {
    var outcome = shell.run(mmm, "get", "items");
    assertThat(outcome.out()).isEqualTo("ran get items\n");
    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err()).isEqualTo("mmm: building (first use, 2-3 minutes) ...\n");
  }

  @Test
  void doesNotBuildAgainWhenNothingChanged() throws Exception {
    shell.run(mmm);
    assertThat(shell.run(mmm).err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceIsNewerThanTheStartOfTheBuild() throws Exception {
    shell.run(mmm);
    var began = Files.getLastModifiedTime(root.resolve("target/build/started"));
    Files.setLastModifiedTime(
        root.resolve("protocol/src/main/Action.java"), FileTime.fromMillis(began.toMillis() + 10));
    assertThat(shell.run(mmm).err()).isEqualTo("mmm: building (sources have changed) ...\n");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void buildsOnceForTwoWhoStartAtOnce() throws Exception {
    var gate = Files.createFile(root.resolve("gate"));
    var first = shell.start(mmm, "first");
    await().until(() -> builds() == 1);
    var second = shell.start(mmm, "second");
    await().until(() -> second.errSoFar().contains("waiting for the build of process"));
    Files.delete(gate);
    assertThat(first.outcome().out()).isEqualTo("ran first\n");
    assertThat(second.outcome().out()).isEqualTo("ran second\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takesOverTheLockOfAProcessThatIsGone() throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(root.resolve("target/build"));
    Files.createSymbolicLink(root.resolve("target/build/lock"), Path.of(Long.toString(gone.pid())));
    assertThat(shell.run(mmm, "up").out()).isEqualTo("ran up\n");
    assertThat(root.resolve("target/build/lock")).doesNotExist();
  }

  @Test
  void namesTheErrorAndTheLogWhenTheBuildFailsAndTriesAgainNextTime() throws Exception {
    var broken = Files.createFile(root.resolve("broken"));
    var failed = shell.run(mmm, "up");
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .contains("[ERROR] Main.java:[1,1] not a statement\n")
        .endsWith("all of its output is in " + root.toRealPath() + "/target/build/log\n");
    Files.delete(broken);
    assertThat(shell.run(mmm, "up").out()).isEqualTo("ran up\n");
  }

  @Test
  void saysInOneLineWhatIsMissing() throws Exception {
    var old = temp.resolve("jdk8");
    Shell.program(old.resolve("bin/javac"), "#!/bin/sh\necho 'javac 1.8.0_302' >&2\n");
    assertThat(shellWithJdk(old.toString()).run(mmm))
        .isEqualTo(
            new Shell.Outcome(
                1,
                "",
                "mmm: "
                    + old
                    + "/bin/javac is 'javac 1.8.0_302'; the build needs a JDK 17 or newer:"
                    + " install one, or point JAVA_HOME to it\n"));
    assertThat(shellWithJdk("/nowhere").run(mmm).err())
        .isEqualTo(
            "mmm: JAVA_HOME is '/nowhere', which has no bin/javac; point it to a JDK 17 or newer,"
                + " or unset it\n");
    assertThat(builds()).isZero();
  }
}
