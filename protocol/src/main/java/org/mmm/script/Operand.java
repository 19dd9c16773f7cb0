package org.mmm.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a verb or a preposition governs. */
public sealed interface Operand {

  SourcePosition at();

  /** A number, or one to be drawn. */
  sealed interface Quantity extends Operand {}

  /**
   * A text with its escapes read; {@code {Name}} and {@code {{} are left for {@link
   * Interpolation}.
   */
  record Text(String template, SourcePosition at) implements Operand {
    public Text {
      Interpolation.check(template);
    }
  }

  /** A number as written: {@code 12.50} keeps its digits. */
  record Num(BigDecimal value, Optional<TimeUnit> unit, SourcePosition at) implements Quantity {
    public Num {
      int length = value.toPlainString().length() + unit.map(u -> u.suffix().length()).orElse(0);
      if (value.scale() < 0 || length > ScriptLimits.NUMBER_LENGTH) {
        throw new IllegalArgumentException(
            "a number is written in at most "
                + ScriptLimits.NUMBER_LENGTH
                + " characters without an exponent, was "
                + value);
      }
    }

    /** As a time; a number without a unit counts seconds. At most 24 h, never negative. */
    public Duration duration() {
      return unit.orElse(TimeUnit.SECONDS).duration(value);
    }
  }

  /** {@code random(from, to)}: a number drawn from the seed, both ends possible. */
  record Random(Quantity from, Quantity to, SourcePosition at) implements Quantity {}

  /** {@code pick(a, b, c)}: one of them, drawn from the seed. */
  record Pick(List<Operand> choices, SourcePosition at) implements Operand {
    public Pick {
      choices = Operands.checked(choices, "pick");
    }
  }

  /**
   * A name.
   *
   * @param text the word, perhaps with {@code {variable}} in it; or whatever stood in backticks
   * @param quoted whether it is written in backticks: then it is taken as it is
   */
  record Name(String text, boolean quoted, SourcePosition at) implements Operand {
    public Name {
      boolean fits = quoted ? Operands.isQuotable(text) : Words.isName(text);
      if (!fits) throw new IllegalArgumentException("not a name: \"" + text + "\"");
    }

    /** That text as a name, in backticks where it needs them. */
    public static Name of(String text) {
      return new Name(text, !Words.isName(text), SourcePosition.START);
    }

    /** Whether it has {@code {variable}} in it. */
    public boolean interpolated() {
      return !quoted && text.indexOf('{') >= 0;
    }
  }

  /** {@code Kind{json}}: the payload of a request; its strings are templates. */
  record Payload(Name kind, ObjectNode json, SourcePosition at) implements Operand {
    public Payload {
      json = json.deepCopy();
      Interpolation.check(json);
    }

    /** A copy: a payload is filled anew each time its sentence is performed. */
    @Override
    public ObjectNode json() {
      return json.deepCopy();
    }

    /** The payload with its names replaced. */
    public JsonNode filled(java.util.function.UnaryOperator<String> nameToId) {
      return Interpolation.fill(json, nameToId);
    }
  }

  /** {@code Rights(May ...; Must ...)}. */
  record Rights(Name kind, List<RightPhrase> rights, SourcePosition at) implements Operand {
    public Rights {
      rights = Operands.checked(rights, "a list of Rights");
    }
  }

  /** {@code SA(1, 0, 2)}, {@code Value(12.50 EUR)}, {@code File("a.glb")}. */
  record Call(Name kind, List<Argument> arguments, SourcePosition at) implements Operand {
    public Call {
      arguments = Operands.checked(arguments, "a call");
    }
  }

  /**
   * An argument of a call.
   *
   * @param value a Quantity, a Name or a Text
   * @param measure what a quantity counts, such as {@code EUR}
   */
  record Argument(Operand value, Optional<Name> measure) {
    public Argument {
      boolean plain = value instanceof Quantity || value instanceof Name || value instanceof Text;
      if (!plain || (measure.isPresent() && !(value instanceof Quantity))) {
        throw new IllegalArgumentException(
            "an argument is a number with or without a measure, a name or a text");
      }
    }
  }
}
