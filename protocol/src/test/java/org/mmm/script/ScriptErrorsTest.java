package org.mmm.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A script that is wrong")
class ScriptErrorsTest {

  static Stream<Arguments> wrong() {
    return Stream.of(
        row(
            "User1 MM-Embedz Persona1 At X",
            "line 1, column 7: unknown verb \"MM-Embedz\"; did you mean \"MM-Embeds\"?"),
        row(
            "User1 Frobs X",
            "line 1, column 7: unknown verb \"Frobs\"; a verb is the name of an Action with an s,"
                + " such as \"MM-Embeds\""),
        row(
            "User1 Property Changes X",
            "line 1, column 7: unknown verb \"Property\"; did you mean \"Property-Changes\"?"),
        row(
            "expct Room1 Of User1",
            "line 1, column 1: unknown word \"expct\"; did you mean \"expect\"?"),
        row(
            "User1",
            "line 1, column 6: expected a verb after \"User1\", found the end of the script"),
        row(
            "MM-Embeds Persona1 At X",
            "line 1, column 1: expected a Process at the beginning of a sentence, found the verb"
                + " \"MM-Embeds\"; a name that is spelled so stands in backticks: `MM-Embeds`"),
        row(
            "At X",
            "line 1, column 1: expected a Process at the beginning of a sentence, found the word"
                + " \"At\"; a name that is spelled so stands in backticks: `At`"),
        row(
            "User1 MM-Adds Persona1 Att X",
            "line 1, column 24: unknown preposition \"Att\"; did you mean \"At\"?"),
        row(
            "User1 MM-Adds Persona1 At X Wiht SA(0, 0, 0)",
            "line 1, column 29: unknown preposition \"Wiht\"; did you mean \"With\"?"),
        row(
            "User1 MM-Adds at X",
            "line 1, column 15: unknown preposition \"at\"; did you mean \"At\"?"),
        row(
            "User1 MM-Adds Persona1 \"t\"",
            "line 1, column 24: expected a preposition or the end of the sentence, found a text"),
        row(
            "User1 MM-Adds Persona1 Into X",
            "line 1, column 24: \"MM-Add\" takes no \"Into\"; it takes At, By, With"),
        row(
            "User1 MM-Adds P At X At Y",
            "line 1, column 22: \"At\" stands twice; several operands are separated by commas"),
        row(
            "User1 MM-Adds P Nil Q",
            "line 1, column 17: the object is there already: what has no preposition is Nil;"
                + " several operands are separated by commas"),
        row(
            "User1 MM-Adds P At",
            "line 1, column 19: expected a name, a text or a number, found the end of the script"),
        row(
            "User1 MM-Adds Post At X",
            "line 1, column 15: expected a name, a text or a number, found the verb \"Post\"; a"
                + " name that is spelled so stands in backticks: `Post`"),
        row(
            "User1 MM-Sends \"a\" To X =>",
            "line 1, column 27: expected a reason, found the end of the script"),
        row(
            "User1 MM-Sends \"a\" To X ) ",
            "line 1, column 25: expected \"=>\" or the end of the line, found \")\""),
        row(
            "User1 MM-Sends \"a To X",
            "line 1, column 16: a text is not closed; close it with \" on the same line; \\n"
                + " is a line end"),
        row(
            "User1 MM-Sends \"a \\q\" To X",
            "line 1, column 19: unknown escape in a text; the escapes are \\\" \\\\ \\/ \\b \\f \\n"
                + " \\r"
                + " \\t and \\u with four hex digits"),
        row(
            "User1 MM-Sends \"{a b}\" To X",
            "line 1, column 16: a { in a text opens a name, as in {User1}; write {{ for a brace"),
        row(
            "User1 MM-Adds `x At Y",
            "line 1, column 15: a name in backticks is not closed; close it with ` on the same"
                + " line"),
        row(
            "User1 MM-Adds P At X With SA(1, 2",
            "line 1, column 34: expected \",\" or \")\", found the end of the script; the \"(\" of"
                + " line 1, column 29 is not closed"),
        row(
            "User1 MM-Adds P At X With SA(1, 2\nUser1 MM-Enables P",
            "line 2, column 7: expected \",\" or \")\", found \"MM-Enables\"; the \"(\" of line 1,"
                + " column 29 is not closed"),
        row(
            "User1 MM-Adds P At X With SA()",
            "line 1, column 30: expected a name, a text or a number, found \")\""),
        row(
            "User1 MM-Adds P At X With SA(1kg)",
            "line 1, column 31: unknown unit \"kg\"; the units are ms, s, m and h; a measure such"
                + " as EUR has a blank before it"),
        row(
            "User1 Changes Rights(May Granted) Of X",
            "line 1, column 33: expected a Process or a verb, found \")\""),
        row(
            "User1 Changes Rights(May MM-Mov X) Of X",
            "line 1, column 26: unknown verb \"MM-Mov\"; did you mean \"MM-Move\"?"),
        row(
            "User1 Changes Rights(May MM-Move X; Can) Of X",
            "line 1, column 37: expected \"May\", \"May Not\" or \"Must\", found \"Can\""),
        row(
            "User1 Authors Room{\"a\": } By X",
            "line 1, column 25: the payload is no JSON: Unexpected character ('}' (code 125)):"
                + " expected a valid value (JSON String, Number, Array, Object or token 'null',"
                + " 'true' or 'false'); a block's \"{\" has a blank before it, a payload is JSON"),
        row(
            "User1 Authors Room{\"a\": 1, \"a\": 2} By X",
            "line 1, column 31: the payload is no JSON: Duplicate field 'a'; a block's \"{\" has a"
                + " blank before it, a payload is JSON"),
        row(
            "User1 Authors Room{\n  \"a\" 1} By X",
            "line 2, column 7: the payload is no JSON: Unexpected character ('1' (code 49)): was"
                + " expecting a colon to separate field name and value; a block's \"{\" has a blank"
                + " before it, a payload is JSON"),
        row(
            "User1 Authors Room{\"a\": 1",
            "line 1, column 19: the payload that begins here is not closed; close it with \"}\""),
        row(
            "User1 Authors Room{\"a\": \"{\"} By X",
            "line 1, column 19: the payload does not hold: a { in a text opens a name, as in"
                + " {User1}; write {{ for a brace"),
        row(
            "every 200ms for 10s {\n}",
            "line 1, column 1: \"every\" is reserved and not built yet"),
        row("measure \"x\" {\n}", "line 1, column 1: \"measure\" is reserved and not built yet"),
        row(
            "when User1 MM-Sends X {\n}",
            "line 1, column 1: \"when\" is reserved and not built yet"),
        row("User1 MM-Adds X If Y", "line 1, column 17: \"If\" is reserved and not built yet"),
        row(
            "expect X Likes Y",
            "line 1, column 10: expected a verb or a preposition, found \"Likes\"; did you mean"
                + " \"Hides\"?"),
        row("expect not", "line 1, column 11: expected a name, found the end of the script"),
        row("expect X At Y within 25h", "line 1, column 22: a time is 0 to 24h, was 25h"),
        row("let x 3", "line 1, column 7: expected \"=\", found \"3\""),
        row("wait -1s", "line 1, column 6: a time is 0 to 24h, was -1s"),
        row("use here", "line 1, column 5: expected a text, found \"here\""),
        row("seed 1.5", "line 1, column 6: a seed is a whole number of 64 bits, was 1.5"),
        row(
            "repeat 0 {\n}",
            "line 1, column 8: the count of a repeat is a whole number from 1 to 1000000, was 0"),
        row(
            "repeat 1000001 {\n}",
            "line 1, column 8: the count of a repeat is a whole number from 1 to 1000000, was"
                + " 1000001"),
        row(
            "repeat 3s {\n}",
            "line 1, column 8: the count of a repeat is a whole number from 1 to 1000000, was 3s"),
        row("repeat 3\n", "line 1, column 9: expected \"{\", found the end of the line"),
        row(
            "repeat 3 {\nwait 1s",
            "line 1, column 1: the block that begins here is not closed; end it with a line \"}\""),
        row(
            "repeat 3 { wait 1s\n}",
            "line 1, column 12: expected the end of the line after \"{\", found \"wait\""),
        row(
            "repeat x {\n  wait 1s\n}\nwait 1s",
            "line 1, column 8: expected a number, found \"x\""),
        row("}", "line 1, column 1: this \"}\" closes no block"),
        row(
            "for i on 1..3 {\n}",
            "line 1, column 7: expected \"in\", found \"on\"; did you mean \"in\"?"),
        row("for {i} in 1..3 {\n}", "line 1, column 5: expected a variable, found \"{\""),
        row(
            "wait random(3, 1)",
            "line 1, column 13: random draws from the lower bound to the higher; exchange the two"),
        row(
            "wait random(3, 1s)",
            "line 1, column 16: the bounds of random are two numbers or two times, these are one of"
                + " each"),
        row("wait 1s 2s", "line 1, column 9: expected the end of the line, found \"2s\""),
        row("é $", "line 1, column 3: unexpected character \"$\""),
        row("😀", "line 1, column 1: unexpected character \"😀\""),
        row("x\u00A0MM-Adds", "line 1, column 2: unexpected character U+00A0"));
  }

  private static Arguments row(String script, String message) {
    return Arguments.of(script, message);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isToldWhereAndWhy(String script, String message) {
    assertThatThrownBy(() -> ScriptParser.parse(script))
        .isInstanceOf(ScriptException.class)
        .hasMessage(message);
  }

  @Test
  void reportsEveryFaultyLineOnce() {
    String script =
        """
        User1 MM-Embedz P At X
        User1 MM-Adds P At X With SA(1, 2
        User1 MM-Adds P At X
        repeat 0 {
          User1 Frobs X
        }
        User1 MM-Adds P Into X
        """;
    assertThat(errors(script).errors())
        .extracting(ScriptError::line)
        .containsExactly(1, 3, 4, 5, 7);
  }

  @Test
  void stopsAtTwentyErrors() {
    assertThat(errors("User1 Frobs\n".repeat(50)).errors()).hasSize(ScriptLimits.ERRORS);
  }

  @Test
  void saysWhetherMoreTextWouldHelp() {
    assertThat(errors("repeat 3 {\n").atEnd()).isTrue();
    assertThat(errors("User1 MM-Adds P At X With SA(1,").atEnd()).isTrue();
    assertThat(errors("User1 Authors Room{\"a\": 1").atEnd()).isTrue();
    assertThat(errors("User1 Frobs").atEnd()).isFalse();
    assertThat(errors("repeat 3 {\nUser1 Frobs\n").atEnd()).isFalse();
  }

  @Test
  void isTooLarge() {
    assertThat(errors("#" + "x".repeat(70_000)))
        .hasMessage(
            "line 1, column 1: the line has 70001 bytes, more than 65536; payloads and parentheses"
                + " may span lines");
    assertThat(errors("# 0123456789\n".repeat(100_000)))
        .hasMessage(
            "line 1, column 1: the script has 1300000 bytes, more than 1048576; split it into"
                + " files");
  }

  @Test
  void nestsTooDeep() {
    assertThat(ScriptParser.parse("repeat 2 {\n".repeat(32) + "}\n".repeat(32)).lines()).hasSize(1);
    assertThat(errors("repeat 2 {\n".repeat(33) + "}\n".repeat(33)))
        .hasMessage("line 33, column 10: blocks nest deeper than 32");
    assertThat(ScriptParser.parse("let x = " + "pick(".repeat(32) + "1" + ")".repeat(32)).lines())
        .hasSize(1);
    assertThat(errors("let x = " + "pick(".repeat(33) + "1" + ")".repeat(33)))
        .hasMessage("line 1, column 173: parentheses nest deeper than 32");
    assertThat(errors("let x = pick(" + "1,".repeat(256) + "1)"))
        .hasMessage("line 1, column 526: a list has at most 256 parts");
    assertThat(errors("let x = A{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"))
        .hasMessageStartingWith("line 1, column 10: the payload nests deeper than 32");
    assertThat(errors("seed " + "1".repeat(33)))
        .hasMessage("line 1, column 6: a number of 33 characters; numbers have at most 32");
  }

  @Test
  void survivesAMegabyteOfOpenBraces() {
    String nested = "repeat 2 {\n".repeat(90_000);
    assertThat(errors(nested).errors()).hasSizeBetween(1, ScriptLimits.ERRORS);
    assertThat(errors("let x = A" + "{\"a\":\n".repeat(170_000)).errors()).isNotEmpty();
  }

  private static ScriptException errors(String script) {
    return catchThrowableOfType(ScriptException.class, () -> ScriptParser.parse(script));
  }
}
