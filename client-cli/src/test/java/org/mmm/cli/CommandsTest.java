package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmm.action.Action;
import org.mmm.client.Json;
import org.mmm.items.ItemType;
import org.mmm.smallnode.SmallNode;
import picocli.CommandLine;

@DisplayName("mmm")
class CommandsTest {
  private static final String REGISTER =
      "human1 Registers PersonalProfile{} Into User1, Device1, Persona1";

  @TempDir Path temporary;
  private SmallNode node;
  private Mmm mmm;

  @BeforeEach
  void start() throws IOException {
    node = new SmallNode();
    mmm = new Mmm(temporary.resolve("home"));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  static List<String> everyCommand() {
    Surroundings here =
        new Surroundings(
            Map.of(),
            new PrintWriter(PrintWriter.nullWriter()),
            new PrintWriter(PrintWriter.nullWriter()),
            new BufferedReader(new StringReader("")),
            false);
    List<String> names = new ArrayList<>();
    collect(Main.commandLine(here), "", names);
    return names;
  }

  private static void collect(CommandLine line, String prefix, List<String> names) {
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              names.add((prefix + " " + name).strip());
              collect(sub, prefix + " " + name, names);
            });
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void explainsEachCommandWithExamplesFirst(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add("--help");

    Mmm.Ended help = mmm.run(words.toArray(String[]::new));

    assertThat(help.code()).isZero();
    assertThat(help.out()).containsSubsequence("Examples:", "mmm " + words.get(0), "Usage:");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void documentsItsExitCodes() {
    assertThat(mmm.run("--help").out())
        .contains("Exit codes:")
        .containsSubsequence("3", "not found", "8", "outcome unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "401, Unauthenticated, 4",
    "403, InsRights, 5",
    "404, IncID, 3",
    "409, Clash, 6",
    "422, FaultyPA, 1",
    "503, Unable, 7",
    "504, Unknown, 8"
  })
  void endsAsTheNodeAnswered(int http, String reason, int code) {
    act(REGISTER);
    node.refuse(seen -> seen.action().equals("MM-Embed"), http, reason, "because");

    Mmm.Ended ended = act("User1 MM-Embeds Persona1 At Room1", "--retry-for", "0s");

    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.out()).contains(reason, "because");
  }

  @ParameterizedTest
  @CsvSource({
    "frobnicate, 2",
    "get, 2",
    "run, 2",
    "get item, 2",
    "explain Rocket, 3",
    "cluster, 2",
    "cluster start --nodes 0, 2",
    "cluster start --journal embedded, 2",
    "cluster status, 3",
    "cluster kill 1, 3",
    "cluster add, 3",
    "cluster stop, 3"
  })
  void saysInOneLineWhatWasWrong(String line, int code) {
    Mmm.Ended ended = mmm.run(line.split(" "));

    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.err().lines()).hasSize(1).allMatch(one -> one.startsWith("mmm: "));
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void remembersNamesAndTokensFromOneSentenceToTheNext() {
    assertThat(act(REGISTER).code()).isZero();
    assertThat(act("User1 MM-Embeds Persona1 At MM-Square").code()).isZero();

    Mmm.Ended shown = mmm.run(at("get", "item", "Persona1", "-o", "json"));

    assertThat(Json.read(shown.out()).at("/place/at").asText()).isEqualTo("MM-Square");
  }

  @Test
  void printsTheSameDataAsTableJsonAndYaml() {
    act(REGISTER);
    act("User1 MM-Embeds Persona1 At MM-Square");

    JsonNode json = Json.read(mmm.run(at("get", "items", "-o", "json")).out());
    String yaml = mmm.run(at("get", "items", "-o", "yaml")).out();
    String table = mmm.run(at("get", "items")).out();

    String persona = json.at("/items/0/itemID").asText();
    assertThat(persona).startsWith("P-human1");
    assertThat(yaml).contains("itemID: " + persona);
    assertThat(table.lines().toList().get(0)).startsWith("ITEM").contains("TYPE", "OWNER", "AT");
    assertThat(table.lines().toList().get(1)).startsWith(persona).contains("MM-Square");
  }

  @Test
  void asksWhyWithoutPerforming() {
    act(REGISTER);
    int before = node.performed();
    node.refuse(seen -> seen.action().equals("MM-Embed"), 403, "InsRights", "no Right to enter");

    Mmm.Ended why = mmm.run(at("right", "why", "User1 MM-Embeds Persona1 At Room1", "-o", "json"));

    JsonNode answer = Json.read(why.out());
    assertThat(why.code()).isZero();
    assertThat(answer.path("permitted").asBoolean()).isFalse();
    assertThat(answer.path("detail").asText()).isEqualTo("no Right to enter");
    assertThat(answer.at("/derivation/0/decision").asText()).isEqualTo("refused");
    assertThat(node.performed()).isEqualTo(before);
    assertThat(node.seen("MM-Embed")).allMatch(SmallNode.Seen::dryRun);
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void explainsEveryAction(Action action) {
    Mmm.Ended ended = mmm.run("explain", action.title(), "-o", "json");

    assertThat(Json.read(ended.out()).path("purpose").asText()).isEqualTo(action.purpose());
  }

  @ParameterizedTest
  @EnumSource(ItemType.class)
  void explainsEveryItem(ItemType type) {
    Mmm.Ended ended = mmm.run("explain", type.title(), "-o", "json");

    // A Process Action may be meant by its name only; no verb is called like a data type.
    assertThat(Json.read(ended.out()).path("header").asText()).isEqualTo(type.header());
  }

  @ParameterizedTest
  @CsvSource({"bash", "zsh"})
  void completesEveryCommand(String shell) {
    String script = mmm.run("completion", shell).out();

    Stream<String> commands = everyCommand().stream().filter(name -> !name.contains(" "));
    assertThat(commands).allSatisfy(name -> assertThat(script).contains(name));
  }

  @Test
  void proposesWhatTheVerbTakes() {
    act(REGISTER);
    Session session = SessionOf.home(temporary.resolve("home"), node.url());
    SentenceCompleter completer = new SentenceCompleter(Runs.forSentence(session, null));

    assertThat(completer.proposals(List.of())).contains("User1", "expect");
    assertThat(completer.proposals(List.of("User1"))).contains("MM-Embeds", "Rights-Changes");
    assertThat(completer.proposals(List.of("User1", "MM-Embeds")))
        .contains("At", "With", "Persona1")
        .doesNotContain("Of", "Nil");
  }

  @Test
  void checksScriptsWithoutANode() throws IOException {
    Path script = Files.writeString(temporary.resolve("bad.mmm"), "User1 MM-Embedz X At Y\n");

    Mmm.Ended ended = mmm.run("check", script.toString(), "-o", "json");

    assertThat(ended.code()).isEqualTo(2);
    JsonNode finding = Json.read(ended.out()).at("/findings/0");
    assertThat(finding.path("line").asInt()).isEqualTo(1);
    assertThat(finding.path("column").asInt()).isEqualTo(7);
    assertThat(finding.path("hint").asText()).contains("MM-Embeds");
  }

  @ParameterizedTest
  @CsvSource({"phase0.mmm", "friends-meet.mmm"})
  void findsNothingWrongInTheExamples(String example) {
    Mmm.Ended ended = mmm.run("check", "examples/" + example, "-o", "json");

    assertThat(ended.code()).as(ended.out()).isZero();
  }

  @Test
  void switchesContexts() {
    mmm.run("context", "set", "city", "--url", "https://city.example:7070");
    mmm.run("context", "use", "city");

    JsonNode shown = Json.read(mmm.run("context", "show", "-o", "json").out());
    assertThat(shown.path("url").asText()).isEqualTo("https://city.example:7070");
    assertThat(mmm.run("context", "use", "nowhere").code()).isEqualTo(3);
    assertThat(mmm.run("context", "set", "bad", "--url", "ftp://x").code()).isEqualTo(2);
  }

  @Test
  void hasNoOperatorTokenForAnotherNodeThanItsOwn() throws IOException {
    Path token = Files.writeString(temporary.resolve("operator.token"), "secret\n");
    mmm.run("context", "set", "default", "--operator-token", token.toString());

    Mmm.Ended ended = mmm.run(at("token", "Seller"));

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).doesNotContain("secret");
  }

  @Test
  void showsAStackTraceOnlyWhenAskedTo() {
    String[] plain = at("get", "item", "Nothing");
    String[] debug = Arrays.copyOf(plain, plain.length + 1);
    debug[plain.length] = "--debug";

    assertThat(mmm.run(plain).err()).doesNotContain("\tat ");
    assertThat(mmm.run(debug).err()).contains("\tat org.mmm");
    assertThat(mmm.run(plain).code()).isEqualTo(3);
  }

  @Test
  void asksBeforeErasing() {
    Mmm.Ended ended = mmm.type("no\n", at("account", "erase", "Account1"));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("cannot be undone", "not erased");
  }

  @Test
  void neverTakesASecretAsAnArgument() {
    assertThat(everyCommand())
        .allSatisfy(
            command -> {
              String help = mmm.run((command + " --help").split(" ")).out();
              assertThat(help).doesNotContainPattern("--(password|token|secret)[= ][<A-Z]");
            });
  }

  private Mmm.Ended act(String sentence, String... options) {
    List<String> all = new ArrayList<>(List.of("do", sentence));
    all.addAll(List.of(options));
    return mmm.run(at(all.toArray(String[]::new)));
  }

  private String[] at(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", node.url().toString()));
    return all.toArray(String[]::new);
  }
}
