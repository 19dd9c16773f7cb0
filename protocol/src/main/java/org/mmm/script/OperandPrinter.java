package org.mmm.script;

import java.util.List;
import java.util.stream.Collectors;
import org.mmm.script.Operand.Argument;
import org.mmm.script.Operand.Call;
import org.mmm.script.Operand.Name;
import org.mmm.script.Operand.Num;
import org.mmm.script.Operand.Payload;
import org.mmm.script.Operand.Pick;
import org.mmm.script.Operand.Random;
import org.mmm.script.Operand.Rights;
import org.mmm.script.Operand.Text;

/**
 * The canonical text of operands and phrases.
 *
 * @param indent what stands before the lines of a payload that needs several
 */
record OperandPrinter(String indent) {

  String phrase(Phrase phrase) {
    String object = phrase.operands().isEmpty() ? "" : " " + operands(phrase.operands());
    return phrase.verb()
        + object
        + phrase.complements().stream().map(this::complement).collect(Collectors.joining());
  }

  /** With a blank before it. */
  String complement(Complement complement) {
    return " " + complement.preposition().wireName() + " " + operands(complement.operands());
  }

  String operands(List<Operand> operands) {
    return operands.stream().map(this::operand).collect(Collectors.joining(", "));
  }

  String operand(Operand operand) {
    if (operand instanceof Name name) {
      return name.quoted() ? "`" + name.text() + "`" : name.text();
    }
    if (operand instanceof Text text) return text(text.template());
    if (operand instanceof Num num) {
      return num.value().toPlainString() + num.unit().map(TimeUnit::suffix).orElse("");
    }
    if (operand instanceof Random random) {
      return "random(" + operand(random.from()) + ", " + operand(random.to()) + ")";
    }
    if (operand instanceof Pick pick) return "pick(" + operands(pick.choices()) + ")";
    if (operand instanceof Payload payload) {
      return operand(payload.kind()) + ScriptJson.print(payload.json(), indent);
    }
    if (operand instanceof Rights rights) {
      return operand(rights.kind())
          + rights.rights().stream().map(this::right).collect(Collectors.joining("; ", "(", ")"));
    }
    if (operand instanceof Call call) {
      return operand(call.kind())
          + call.arguments().stream()
              .map(this::argument)
              .collect(Collectors.joining(", ", "(", ")"));
    }
    throw new IllegalStateException("an operand without a text: " + operand);
  }

  private String argument(Argument argument) {
    return operand(argument.value()) + argument.measure().map(m -> " " + operand(m)).orElse("");
  }

  private String right(RightPhrase right) {
    return right.deontic().words()
        + right.level().map(l -> " " + l.word()).orElse("")
        + right.subject().map(s -> " " + operand(s)).orElse("")
        + " "
        + phrase(right.pattern());
  }

  private static String text(String template) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}
