package org.mmm.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScriptPropertiesTest {

  @Property(tries = 200)
  void whatIsPrintedReadsBackTheSame(@ForAll("scripts") Script script) {
    String text = ScriptPrinter.print(script);
    Script read = ScriptParser.parse(text);
    assertThat(Shape.of(read)).as(text).isEqualTo(Shape.of(script));
    assertThat(ScriptPrinter.print(read)).isEqualTo(text);
  }

  @Property(tries = 1000)
  void noTextIsTooStrange(@ForAll("texts") String text) {
    try {
      String printed = ScriptPrinter.print(ScriptParser.parse(text));
      assertThat(ScriptPrinter.print(ScriptParser.parse(printed))).isEqualTo(printed);
    } catch (ScriptException e) {
      assertThat(e.errors()).isNotEmpty().hasSizeLessThanOrEqualTo(ScriptLimits.ERRORS);
      int lines = text.split("\n", -1).length;
      assertThat(e.errors()).allSatisfy(error -> assertThat(error.line()).isBetween(1, lines));
    }
  }

  @Property(tries = 50)
  void noScriptIsTooStrangeToCheck(@ForAll("scripts") Script script) {
    Script read = ScriptParser.parse(ScriptPrinter.print(script));
    List<Finding> findings = ScriptChecker.check(read);
    assertThat(findings)
        .isSortedAccordingTo(java.util.Comparator.comparingInt(f -> f.error().line()));
  }

  @Provide
  Arbitrary<Script> scripts() {
    return Scripts.scripts();
  }

  /** Arbitrary characters, and arbitrary rows of what the language is made of. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "User1",
            "MM-Adds",
            "Changes",
            "At",
            "With",
            "Nil",
            "expect",
            "not",
            "within",
            "let",
            "=",
            "wait",
            "use",
            "seed",
            "repeat",
            "for",
            "in",
            "..",
            "together",
            "{",
            "}",
            "{i}",
            "\n",
            "\n",
            "(",
            ")",
            ",",
            ";",
            "=>",
            "May",
            "Not",
            "Must",
            "Granted",
            "pick",
            "random",
            "1",
            "-2.5",
            "3s",
            "\"t {User1}\"",
            "\"",
            "`a b`",
            "`",
            "Room{\"a\": 1}",
            "Room{",
            "{\"a\": [1, {\"b\": \"{{\"}]}",
            "# c",
            "\\",
            "every",
            "SA(1, 2)",
            "@",
            "\r\n",
            "\t");
    Arbitrary<String> rows =
        Arbitraries.oneOf(pieces, pieces.map(p -> p + " ")).list().ofMaxSize(40).map(Scripts::join);
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(80), rows, rows);
  }
}
