package org.mmm.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.client.Failure;
import org.mmm.client.Json;

@DisplayName("The client's directory")
class HomeTest {
  @TempDir Path temporary;
  private Home home;

  @BeforeEach
  void home() {
    home = new Home(temporary.resolve("mmm"));
  }

  @Test
  void letsNobodyButItsOwnerReadIt() throws IOException {
    home.tokens().add(Context.local(), Map.of("User1", "secret"));
    home.contexts().set(Context.local());
    home.runs().create("r1", Json.object().put("run", "r1"));

    try (Stream<Path> all = Files.walk(home.dir())) {
      assertThat(all)
          .isNotEmpty()
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void keepsTheTokensOfOneNodeFromAnother() {
    Context city = new Context("city", URI.create("https://city.example:7070"), null);

    home.tokens().add(city, Map.of("User1", "theirs"));

    assertThat(home.tokens().of(city, "User1")).contains("theirs");
    assertThat(home.tokens().of(Context.local(), "User1")).isEmpty();
  }

  @Test
  void knowsTheTokensOfAllNodesOfAContext() {
    URI one = URI.create("http://127.0.0.1:7070");
    URI two = URI.create("http://127.0.0.1:7071");
    home.tokens().add(new Context("one", one, null), Map.of("User1", "old"));
    Context both = new Context("both", two, List.of(one), null, null);

    assertThat(home.tokens().of(both, "User1")).contains("old");
    home.tokens().add(both, Map.of("User1", "new"));
    assertThat(home.tokens().of(both.from(one), "User1")).contains("new");
    home.tokens().remove(both, List.of("User1"));
    assertThat(home.tokens().of(both, "User1")).isEmpty();
  }

  @Test
  void remembersAllNodesOfAContext() {
    Context both =
        new Context(
            "both",
            URI.create("http://127.0.0.1:7070"),
            List.of(URI.create("http://127.0.0.1:7071")),
            URI.create("http://127.0.0.1:7072"),
            null);
    home.contexts().set(both);
    assertThat(home.contexts().get("both")).isEqualTo(both);
  }

  @Test
  void losesNoTokenWhenSeveralCommandsAddTheirs() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> home.tokens().add(Context.local(), Map.of("User" + i, "t" + i)));

    assertThat(home.tokens().all(Context.local())).hasSize(40);
  }

  @Test
  void hasAContextForThisMachineBeforeAnyIsMade() {
    assertThat(home.contexts().get(home.contexts().currentName())).isEqualTo(Context.local());
  }

  @Test
  void saysWhichContextsThereAreWhenOneIsUnknown() {
    assertThatThrownBy(() -> home.contexts().get("city"))
        .isInstanceOf(Failure.class)
        .hasMessage("no context 'city'; there are default");
  }

  @Test
  void takesALineThatWasCutWhileWrittenForNotWritten() throws IOException {
    RunFile run = home.runs().create("r1", Json.object().put("run", "r1"));
    run.append(Json.object().put("step", "1"));
    Files.writeString(run.file(), "{\"step\": \"2", StandardOpenOption.APPEND);

    RunFile again = home.runs().open("r1");
    again.append(Json.object().put("step", "3"));

    assertThat(again.lines())
        .extracting(line -> line.path("step").asText(""))
        .isEqualTo(List.of("", "1", "3"));
  }

  @Test
  void doesNotLetARunNameLeaveTheDirectory() {
    assertThatThrownBy(() -> home.runs().open("../tokens")).isInstanceOf(Failure.class);
  }
}
