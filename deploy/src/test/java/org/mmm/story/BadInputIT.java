package org.mmm.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Bad input: one line that says what, where and the way out, and never a stack trace")
class BadInputIT {
  private static final int USAGE = 2;
  private static final int NOT_FOUND = 3;
  private static final int UNAVAILABLE = 7;
  private static final int LEVELS = 170_000;

  @TempDir static Path directory;
  private static NodeProcess node;
  private static Cli cli;

  @BeforeAll
  static void start() throws Exception {
    node = NodeProcess.start(directory.resolve("data"));
    cli = new Cli(directory.resolve("home"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "human1 Registers PersonalProfile{ | begins here is not closed | close it with \"}\"",
        "User1 MM-Embedz Persona1 At MM-Square | unknown verb \"MM-Embedz\" | did you mean",
        "User1 MM-Flies Persona1 | unknown verb \"MM-Flies\" | such as \"MM-Embeds\"",
        "User1 MM-Embeds Persona1 Of MM-Square | takes no \"Of\" | it takes At, By, From, With"
      })
  void inAScript(String sentence, String what, String wayOut) throws Exception {
    Path script = Files.writeString(Files.createTempFile(directory, "bad", ".mmm"), sentence);

    Cli.Said said = cli.says("run", script.toString(), "--url", node.url());

    isOneLine(said, USAGE, script + ": line 1, column ", what, wayOut);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void anUnknownName() throws Exception {
    Cli.Said known =
        cli.says(
            "do", "human1 Registers PersonalProfile{} Into User1, Persona1", "--url", node.url());
    assertThat(known.exit()).as(known.err()).isZero();

    Cli.Said said = cli.says("do", "User1 MM-Embeds Persona1 At Nowhere1", "--url", node.url());

    assertThat(said.exit()).isEqualTo(NOT_FOUND);
    assertThat(said.out()).contains("IncID", "\"Nowhere1\"").doesNotContain("\tat ");
    isOneLine(cli.says("get", "item", "Nowhere1", "--url", node.url()), NOT_FOUND, "Nowhere1");
  }

  @Test
  void aMebibyteOfNestedJson() throws Exception {
    String deep = "{\"a\":".repeat(LEVELS) + "1" + "}".repeat(LEVELS);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url() + "/api/v2.2/locate/mm-add"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + operatorToken())
            .header("Idempotency-Key", "deep")
            .POST(HttpRequest.BodyPublishers.ofString(deep))
            .build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("a body has at most 65536 bytes").doesNotContain("\tat ");

    Path script = directory.resolve("deep.mmm");
    Files.writeString(script, "human1 Registers PersonalProfile" + deep + "\n");
    isOneLine(cli.says("run", script.toString(), "--url", node.url()), USAGE, "line 1", "65536");

    Path narrow = directory.resolve("narrow.mmm");
    String hundred = "{\"a\":".repeat(100);
    String closed = "}".repeat(100);
    String wrapped = deep.replace(hundred, hundred + "\n").replace(closed, closed + "\n");
    Files.writeString(narrow, "human1 Registers PersonalProfile" + wrapped + "\n");
    isOneLine(cli.says("run", narrow.toString(), "--url", node.url()), USAGE, narrow + ": line ");
  }

  @Test
  void aWrongWorldFile() throws Exception {
    Path world = directory.resolve("wrong.world.yaml");
    Files.writeString(
        world,
        """
        mInstance: MI1
        mEnvironment: ME1
        places:
          - {id: MM-Square, name: MM-Square, side: 160, public: true, colour: red}
        """);

    isOneLine(up("--world", world.toString()), USAGE, world + ", line 4", "colour");
  }

  @Test
  void aPortInUse() throws Exception {
    String port = String.valueOf(URI.create(node.url()).getPort());

    Cli.Said said = cli.says("up", "--data", directory.resolve("new").toString(), "--port", port);

    isOneLine(said, UNAVAILABLE, "127.0.0.1:" + port, "give another --port");
  }

  @Test
  void aDataDirectoryThatCannotBeOne() throws Exception {
    Path file = Files.writeString(directory.resolve("a-file"), "not a directory");

    isOneLine(upOn(node.data()), UNAVAILABLE, "in use by another node", "name another directory");
    isOneLine(upOn(file), UNAVAILABLE, file.toString(), "not a directory", "name another path");
    isOneLine(upOn(Path.of("/sys/mmm")), UNAVAILABLE, "/sys/mmm", "name another directory");
  }

  @Test
  void aBadSetting() throws Exception {
    Cli.Said said = up("--jvm", "-Dmmm.edge.depth-at-most=4000");

    isOneLine(said, USAGE, "mmm.edge.depth-at-most must be from 4 to 100, was 4000");
    isOneLine(up("--register", "sometimes"), USAGE, "open, invite or closed", "'sometimes'");
  }

  @Test
  void showsWhereItHappenedWhenAskedTo() throws Exception {
    Cli.Said said = cli.says("run", "nowhere.mmm", "--url", node.url(), "--debug");

    assertThat(said.exit()).isEqualTo(NOT_FOUND);
    assertThat(said.err()).contains("\tat org.mmm.", "mmm: no file nowhere.mmm");
  }

  private static Cli.Said up(String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("up", "--port", "0", "--data", directory.resolve("no").toString()));
    words.addAll(List.of(more));
    return cli.says(words.toArray(String[]::new));
  }

  private static Cli.Said upOn(Path data) throws Exception {
    return cli.says("up", "--port", "0", "--data", data.toString());
  }

  private static String operatorToken() throws Exception {
    return Files.readString(node.data().resolve("operator.token")).strip();
  }

  private static void isOneLine(Cli.Said said, int exit, String... parts) {
    assertThat(said.err().lines()).as(said.err()).hasSize(1);
    assertThat(said.err()).startsWith("mmm: ").contains(parts);
    assertThat(said.exit()).isEqualTo(exit);
  }
}
