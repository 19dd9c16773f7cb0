package org.mmm.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mmm.script.Operand.Name;
import org.mmm.script.Statement.Domain;
import org.mmm.script.Statement.Expected;

/**
 * The canonical text of a script: one statement a line, blocks indented by two blanks, the object
 * without Nil, short payloads on one line. Reading it gives the script again, positions and source
 * apart.
 */
public final class ScriptPrinter {
  private final StringBuilder out = new StringBuilder();

  private ScriptPrinter() {}

  /** The whole script, every line with its end. */
  public static String print(Script script) {
    ScriptPrinter printer = new ScriptPrinter();
    printer.lines(script.lines(), "");
    return printer.out.toString();
  }

  /** One operand, as it stands in a sentence. */
  public static String print(Operand operand) {
    return new OperandPrinter("").operand(operand);
  }

  /** One sentence or other statement without its end; of a block, all its lines. */
  public static String print(Statement statement) {
    ScriptPrinter printer = new ScriptPrinter();
    printer.statement(statement, Optional.empty(), "");
    return printer.out.toString();
  }

  private void lines(List<Line> lines, String indent) {
    for (Line line : lines) {
      if (line.statement().isPresent()) {
        out.append(indent);
        statement(line.statement().get(), line.comment(), indent);
      } else if (line.comment().isPresent()) {
        out.append(indent);
        comment(line.comment(), "");
      }
      out.append('\n');
    }
  }

  private void statement(Statement statement, Optional<String> comment, String indent) {
    OperandPrinter p = new OperandPrinter(indent);
    if (statement instanceof Statement.Repeat repeat) {
      out.append("repeat ").append(p.operand(repeat.count()));
      block(repeat.body(), comment, indent);
    } else if (statement instanceof Statement.For loop) {
      out.append("for ").append(p.operand(loop.variable())).append(" in ");
      out.append(domain(loop.domain(), p));
      block(loop.body(), comment, indent);
    } else if (statement instanceof Statement.Together together) {
      out.append("together");
      block(together.body(), comment, indent);
    } else {
      out.append(simple(statement, p));
      comment(comment, "  ");
    }
  }

  private void block(Block block, Optional<String> comment, String indent) {
    out.append(" {");
    comment(comment, "  ");
    out.append('\n');
    lines(block.lines(), indent + "  ");
    out.append(indent).append('}');
    comment(block.closingComment(), "  ");
  }

  private void comment(Optional<String> comment, String before) {
    comment.ifPresent(c -> out.append(before).append(c.isEmpty() ? "#" : "# " + c));
  }

  private static String domain(Domain domain, OperandPrinter p) {
    if (domain instanceof Domain.Range range) {
      return p.operand(range.from()) + ".." + p.operand(range.to());
    }
    return p.operands(((Domain.Each) domain).operands());
  }

  private static String simple(Statement statement, OperandPrinter p) {
    if (statement instanceof Statement.Sentence s) {
      Optional<Name> refusal = s.refusal();
      String sentence = p.operand(s.subject()) + " " + p.phrase(s.action());
      return sentence + refusal.map(r -> " => " + p.operand(r)).orElse("");
    }
    if (statement instanceof Statement.Expect e) {
      return (e.negated() ? "expect not " : "expect ")
          + p.operand(e.subject())
          + expected(e.what(), p)
          + e.within().map(w -> " within " + p.operand(w)).orElse("");
    }
    if (statement instanceof Statement.Let l) {
      return "let " + p.operand(l.name()) + " = " + p.operand(l.value());
    }
    if (statement instanceof Statement.Wait w) return "wait " + p.operand(w.time());
    if (statement instanceof Statement.Use u) return "use " + p.operand(u.context());
    if (statement instanceof Statement.Seed s) return "seed " + s.value();
    throw new IllegalStateException("a statement without a text: " + statement);
  }

  private static String expected(Expected what, OperandPrinter p) {
    if (what instanceof Expected.Act act) return " " + p.phrase(act.action());
    return ((Expected.State) what)
        .complements().stream().map(p::complement).collect(Collectors.joining());
  }
}
