package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.client.Json;
import org.mmm.smallnode.SmallNode;
import org.mmm.smallnode.SmallNode.Trouble;

@DisplayName("mmm run")
class RunCommandTest {
  private static final String MEETING =
      """
      human1 Registers PersonalProfile{"FirstName": "Anna"} Into User1, Device1, Persona1
      User1 MM-Embeds Persona1 At MM-Square With SA(0, 0, 0)   # comes
      User1 UM-Captures Data1 At ULocation1
      User1 Identifies Data1 Into Stream1
      User1 MM-Animates Persona1 With Stream1
      expect Persona1 At MM-Square
      """;

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

  @Test
  void bindsWhatEachSentenceBringsIntoBeing() throws IOException {
    Mmm.Ended ended = run(MEETING);

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    String human = node.seen("Register").get(0).body().path("sourceProcessID").asText();
    assertThat(human).startsWith("human1-r");
    SmallNode.Seen embed = node.seen("MM-Embed").get(0);
    assertThat(embed.path()).isEqualTo("/api/v1.2/locate/mm-embed");
    assertThat(embed.bearer()).isEqualTo("Bearer tu-" + human);
    assertThat(embed.complements().path("Nil").asText()).isEqualTo("P-" + human);
    String stream = node.seen("MM-Animate").get(0).complements().at("/With/0").asText();
    assertThat(stream).startsWith("Identifyed-");
  }

  @Test
  void printsAnObjectPerSentenceAndACount() throws IOException {
    Mmm.Ended ended = run(MEETING, "-o", "json");

    List<JsonNode> lines = ended.out().lines().map(Json::read).toList();
    assertThat(lines).hasSize(7);
    JsonNode second = lines.get(1);
    assertThat(second.fieldNames())
        .toIterable()
        .containsExactly(
            "line", "sentence", "process", "action", "status", "reason", "detail", "millis");
    assertThat(second.path("line").asInt()).isEqualTo(2);
    assertThat(second.path("sentence").asText())
        .isEqualTo("User1 MM-Embeds Persona1 At MM-Square With SA(0, 0, 0)");
    assertThat(second.path("status").asText()).isEqualTo("Ack");
    assertThat(lines.get(6)).isEqualTo(Json.read("{\"passed\":6,\"failed\":0}"));
  }

  @Test
  void failsWhenARefusalDoesNotComeOrAnotherOneDoes() throws IOException {
    node.refuse(seen -> seen.action().equals("MM-Animate"), 403, "InsRights", "no Right");

    Mmm.Ended wrong = run(MEETING + "User1 MM-Embeds Persona1 At Room9 => InsRights\n");
    Mmm.Ended right = run(MEETING.replace("With Stream1", "With Stream1 => InsRights"));

    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out())
        .contains("no Right", "must be refused for InsRights", "5 passed, 2 failed");
    assertThat(right.code()).as(right.out()).isZero();
  }

  @Test
  void goesOnAfterAFailureButNotWithNamesThatWereNotBound() throws IOException {
    node.refuse(seen -> seen.action().equals("Identify"), 422, "IncDQ", "no such Qualifier");

    Mmm.Ended ended = run(MEETING);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("Stream1 stands for nothing", "4 passed, 2 failed");
    assertThat(node.seen("MM-Animate")).isEmpty();
  }

  @Test
  void goesOnWithTheSameKeysAfterACut() throws IOException {
    Path script = script(MEETING);
    Mmm.Ended whole = mmm.run("run", script.toString(), "--url", node.url().toString());
    int each = node.performed();
    assertThat(whole.code()).isZero();

    for (int sentence = 0; sentence < each; sentence++) {
      int before = node.performed();
      cutAfter(sentence);
      Mmm.Ended cut = mmm.run(args(script, "--retry-for", "0s"));
      assertThat(cut.code()).as(cut.out() + cut.err()).isIn(7, 8);

      Mmm.Ended resumed = mmm.run(args(script, "--resume"));

      assertThat(resumed.code()).as(resumed.out() + resumed.err()).isZero();
      assertThat(resumed.out()).contains("6 passed, 0 failed");
      assertThat(node.performed() - before).isEqualTo(each);
    }
  }

  @Test
  void drawsTheSameNumbersFromTheSameSeed() throws IOException {
    String walk =
        MEETING
            + "repeat 5 {\nUser1 MM-Embeds Persona1 At pick(MM-Square, MVS)"
            + " With SA(random(-3, 3), 0, random(0.5, 2.5))\n}\n";

    run(walk, "--seed", "7");
    List<JsonNode> first = embeddings();
    node.seen().clear();
    run(walk, "--seed", "7");
    List<JsonNode> again = embeddings();
    node.seen().clear();
    run(walk, "--seed", "8");

    assertThat(again).isEqualTo(first).hasSize(6);
    assertThat(embeddings()).isNotEqualTo(first);
  }

  @Test
  void keepsTheOrderOfEachSubjectInTogether() throws IOException {
    String crowd =
        """
        for i in 1..4 {
          human{i} Registers PersonalProfile{} Into User{i}, Persona{i}
        }
        together {
          for k in 1..10 {
            for i in 1..4 {
              User{i} MM-Embeds Persona{i} At MM-Square With SA({k}, 0, 0)
            }
          }
        }
        """;

    Mmm.Ended ended = run(crowd.replace("SA({k}, 0, 0)", "SA(k, 0, 0)"));

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    List<SmallNode.Seen> all = node.seen("MM-Embed");
    assertThat(all).hasSize(40);
    for (String user : all.stream().map(SmallNode.Seen::bearer).distinct().toList()) {
      assertThat(all.stream().filter(one -> one.bearer().equals(user)))
          .extracting(one -> one.complements().at("/With/0/x").asInt())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
    }
    assertThat(all).extracting(SmallNode.Seen::key).doesNotHaveDuplicates();
  }

  @Test
  void bindsWhatAnExpectationFinds() throws IOException {
    Mmm.Ended ended =
        run(
            """
            human2 Registers PersonalProfile{} Into User2, Persona2
            User2 MM-Embeds Persona2 At MM-Square
            expect not User2 MM-Sends Message5 To User2 within 100ms
            expect User2 MM-Embeds Persona2 At Place1 within 2s
            User2 MM-Embeds Persona2 At Place1
            """);

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(node.seen("MM-Embed").get(1).complements().path("At").asText())
        .isEqualTo("MM-Square");
  }

  @Test
  void needsATokenOfEverySubject() throws IOException {
    Mmm.Ended ended = run("Seller MM-Embeds Persona1 At MM-Square\n");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).contains("mmm token Seller");
    assertThat(node.seen()).isEmpty();
  }

  @Test
  void tellsEverySyntaxErrorWithItsPlaceAndSendsNothing() throws IOException {
    Mmm.Ended ended = run("User1 MM-Embedz Persona1 At MM-Square\nUser1 MM-Sends \"t\n");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("line 1, column 7", "line 2", "did you mean");
    assertThat(ended.err()).doesNotContain("\tat ");
    assertThat(node.seen()).isEmpty();
  }

  private void cutAfter(int sentences) {
    Trouble[] next = new Trouble[sentences + 1];
    java.util.Arrays.fill(next, Trouble.NONE);
    next[sentences] = sentences % 2 == 0 ? Trouble.CUT_BEFORE : Trouble.UNKNOWN;
    node.trouble(next);
  }

  private List<JsonNode> embeddings() {
    return node.seen("MM-Embed").stream()
        .map(
            seen -> {
              ObjectNode complements = (ObjectNode) seen.complements().deepCopy();
              complements.remove("Nil");
              return (JsonNode) complements;
            })
        .toList();
  }

  private Mmm.Ended run(String script, String... options) throws IOException {
    return mmm.run(args(script(script), options));
  }

  private String[] args(Path script, String... options) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of("run", script.toString(), "--url", node.url().toString()));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private Path script(String text) throws IOException {
    return Files.writeString(temporary.resolve("script.mmm"), text);
  }
}
