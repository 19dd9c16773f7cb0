package org.mmm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmm.action.Action;
import org.mmm.action.Preposition;

@DisplayName("A script")
class ScriptParserTest {

  @ParameterizedTest
  @ValueSource(strings = {"phase0.mmm", "friends-meet.mmm"})
  void ofTheExamplesReadsAndPrints(String file) throws IOException {
    String text = Files.readString(Path.of("..", "client-cli", "examples", file));
    Script script = ScriptParser.parse(text);
    String printed = ScriptPrinter.print(script);
    assertThat(printed.lines().count()).isEqualTo(text.lines().count());
    assertThat(Shape.of(ScriptParser.parse(printed))).isEqualTo(Shape.of(script));
    assertThat(ScriptChecker.check(script))
        .noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
  }

  @Test
  void ofTheLanguagesPageReads() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "MMM-SCRIPT.md"));
    Matcher block = Pattern.compile("```mmm\n(.*?)```", Pattern.DOTALL).matcher(page);
    List<String> blocks = block.results().map(found -> found.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(8);
    assertThat(blocks).allSatisfy(ScriptParser::parse);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          User1   MM-Adds Nil P  At X   #  here | User1 MM-Adds P At X  # here
          User1 Rights-Changes U2 With Rights(May Not Granted MM-Move P To R;Must User2 Post X) | User1 Rights-Changes U2 With Rights(May Not Granted MM-Move P To R; Must User2 Post X)
          User1 Transacts R From S With Value(12.50 EUR) | User1 Transacts R From S With Value(12.50 EUR)
          User1 Authors Room{"a":1,"b":[]} By S Into R=>Clash | User1 Authors Room{"a": 1, "b": []} By S Into R => Clash
          User1 MM-Sends "a\\u0041 {{" To `my room`, B@b.example:80 | User1 MM-Sends "aA {{" To `my room`, B@b.example:80
          Persona{i}-{run} MM-Disables X{i} | Persona{i}-{run} MM-Disables X{i}
          expect not Room1 Of User1 within 500ms | expect not Room1 Of User1 within 500ms
          expect S Changes Rights1 Of User1 | expect S Changes Rights1 Of User1
          let x=pick( A,"b",random(1,2) ) | let x = pick(A, "b", random(1, 2))
          wait random(1s, 2m) | wait random(1s, 2m)
          seed -7 | seed -7
          use  "other" | use "other"
          User1 MM-Adds P At X With SA(-3, 0.50, 3, 90) | User1 MM-Adds P At X With SA(-3, 0.50, 3, 90)
          """)
  void isPrintedInOneForm(String written, String printed) {
    assertThat(ScriptPrinter.print(ScriptParser.parse(written))).isEqualTo(printed + "\n");
  }

  @Test
  void isPrintedWithItsBlocksIndented() {
    String written =
        """
        repeat 2 { # twice
        for i in 1..3 {
        User{i} MM-Enables P
          # alone

        } # for
        for who in A, B {
        }
        together {
        wait 1
        }
        }
        """;
    assertThat(ScriptPrinter.print(ScriptParser.parse(written)))
        .isEqualTo(
            """
            repeat 2 {  # twice
              for i in 1..3 {
                User{i} MM-Enables P
                # alone

              }  # for
              for who in A, B {
              }
              together {
                wait 1
              }
            }
            """);
  }

  @Test
  void keepsWhereAndHowItWasWritten() {
    Line line =
        ScriptParser.parse("\r\n  User1 MM-Adds P At X  With SA(1,\n 2, 3) => Clash # no\r\n")
            .lines()
            .get(1);
    assertThat(line.at()).isEqualTo(new SourcePosition(2, 3));
    assertThat(line.source()).isEqualTo("User1 MM-Adds P At X  With SA(1,\n 2, 3) => Clash");
    assertThat(line.comment()).contains("no");
    Statement.Sentence sentence = (Statement.Sentence) line.statement().orElseThrow();
    assertThat(sentence.action().action()).isEqualTo(Action.MM_ADD);
    assertThat(sentence.action().verb()).isEqualTo("MM-Adds");
    assertThat(sentence.action().operands(Preposition.AT).get(0).at())
        .isEqualTo(new SourcePosition(2, 22));
    assertThat(sentence.refusal().map(Operand.Name::at))
        .isEqualTo(Optional.of(new SourcePosition(3, 11)));
  }

  @Test
  void fillsNamesInTextsAndPayloads() {
    Script script =
        ScriptParser.parse("let a = Room{\"Name\": \"{U}'s {{x}\", \"l\": [\"{`b c`}\"]}");
    Statement.Let let = (Statement.Let) script.lines().get(0).statement().orElseThrow();
    Operand.Payload payload = (Operand.Payload) let.value();
    assertThat(Interpolation.names(payload.json())).containsExactly("U", "b c");
    assertThat(payload.filled(name -> "<" + name + ">").toString())
        .isEqualTo("{\"Name\":\"<U>'s {x}\",\"l\":[\"<b c>\"]}");
    assertThat(Interpolation.fill(Interpolation.escape("a{b}"), name -> "no")).isEqualTo("a{b}");
  }
}
