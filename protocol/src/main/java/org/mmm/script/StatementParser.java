package org.mmm.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmm.script.Operand.Name;
import org.mmm.script.Operand.Num;
import org.mmm.script.Operand.Quantity;
import org.mmm.script.Operand.Random;
import org.mmm.script.Statement.Domain;
import org.mmm.script.Statement.Expected;
import org.mmm.script.Token.Kind;

/** Reads one line, or one block with its lines. */
final class StatementParser {

  /** A block, and what is known of the line that opens it. */
  record Opened(Block block, Optional<String> comment, int headerEnd) {}

  /** Reads from the brace of a block to the line end behind its closing brace. */
  interface BlockReader {
    Opened read(Token header, int depth);
  }

  private final String source;
  private final Cursor cursor;
  private final PhraseParser phrases;
  private final OperandParser operands;
  private final BlockReader blocks;

  StatementParser(String source, Cursor cursor, BlockReader blocks) {
    this.source = source;
    this.cursor = cursor;
    this.phrases = new PhraseParser(cursor);
    this.operands = phrases.operands();
    this.blocks = blocks;
  }

  /**
   * @param depth the number of blocks around the line
   */
  Line line(int depth) {
    Token first = cursor.peek();
    if (cursor.atLineEnd()) {
      return new Line(Optional.empty(), cursor.lineEnd("the end of the line"), "", first.at());
    }
    if (first.is(Kind.CLOSE_BRACE)) {
      throw SyntaxFailure.at(first.at(), "this \"}\" closes no block");
    }
    return switch (first.is(Kind.WORD) ? first.text() : "") {
      case "expect" -> simple(first, expect());
      case "let" -> simple(first, let());
      case "wait" -> simple(first, pause());
      case "use" -> simple(first, use());
      case "seed" -> simple(first, seed());
      case "repeat" -> repeat(depth);
      case "for" -> loop(depth);
      case "together" -> together(depth);
      default -> simple(first, sentence());
    };
  }

  private Line simple(Token first, Statement statement) {
    String written = source.substring(first.start(), cursor.end());
    boolean mayRefuse = statement instanceof Statement.Sentence s && s.refusal().isEmpty();
    Optional<String> comment =
        cursor.lineEnd(mayRefuse ? "\"=>\" or the end of the line" : "the end of the line");
    return new Line(Optional.of(statement), comment, written, first.at());
  }

  private Line block(Token first, Statement statement, Opened opened) {
    String header = source.substring(first.start(), opened.headerEnd());
    return new Line(Optional.of(statement), opened.comment(), header, first.at());
  }

  private Statement sentence() {
    Token first = cursor.peek();
    Name subject = cursor.name("a Process at the beginning of a sentence");
    if (!phrases.atVerb()) throw phrases.unknownVerb(first);
    Phrase phrase = phrases.phrase();
    Optional<Name> refusal =
        cursor.took(Kind.ARROW) ? Optional.of(cursor.name("a reason")) : Optional.empty();
    return new Statement.Sentence(subject, phrase, refusal, first.at());
  }

  private Statement expect() {
    Token first = cursor.next();
    boolean negated = cursor.took("not");
    Name subject = cursor.name("a name");
    Expected what;
    if (phrases.atPreposition()) {
      what = new Expected.State(phrases.state());
    } else if (phrases.atVerb()) {
      what = new Expected.Act(phrases.phrase());
    } else {
      throw phrases.noVerbOrPreposition(subject);
    }
    Optional<Num> within = Optional.empty();
    if (cursor.took("within")) within = Optional.of(time(operands.num()));
    return new Statement.Expect(negated, subject, what, within, first.at());
  }

  private Statement let() {
    Token first = cursor.next();
    Name name = cursor.name("a name");
    cursor.expect(Kind.EQUALS, "\"=\"");
    return new Statement.Let(name, operands.operand(), first.at());
  }

  private Statement pause() {
    Token first = cursor.next();
    Quantity quantity = operands.quantity();
    eachBound(quantity, StatementParser::time);
    return new Statement.Wait(quantity, first.at());
  }

  private Statement use() {
    Token first = cursor.next();
    return new Statement.Use(operands.text(), first.at());
  }

  private Statement seed() {
    Token first = cursor.next();
    Num num = operands.num();
    return new Statement.Seed(whole(num, Long.MIN_VALUE, Long.MAX_VALUE, "a seed"), first.at());
  }

  private Line repeat(int depth) {
    Token first = cursor.next();
    Quantity count = operands.quantity();
    eachBound(count, n -> whole(n, 1, ScriptLimits.REPEATS, "the count of a repeat"));
    Opened opened = blocks.read(first, depth);
    return block(first, new Statement.Repeat(count, opened.block(), first.at()), opened);
  }

  private Line loop(int depth) {
    Token first = cursor.next();
    Name variable = cursor.name("a variable");
    if (variable.quoted() || !Words.isVariable(variable.text())) {
      throw SyntaxFailure.at(
          variable.at(), "a loop's variable is a plain word, found \"" + variable.text() + "\"");
    }
    cursor.expectWord("in");
    Domain domain = domain();
    Opened opened = blocks.read(first, depth);
    return block(first, new Statement.For(variable, domain, opened.block(), first.at()), opened);
  }

  private Domain domain() {
    Operand from = operands.operand();
    if (cursor.took(Kind.RANGE)) return new Domain.Range(from, operands.operand());
    List<Operand> each = new ArrayList<>(List.of(from));
    if (cursor.took(Kind.COMMA)) each.addAll(operands.operands());
    if (each.size() > ScriptLimits.OPERANDS) throw operands.tooMany(from.at());
    return new Domain.Each(each);
  }

  private Line together(int depth) {
    Token first = cursor.next();
    Opened opened = blocks.read(first, depth);
    return block(first, new Statement.Together(opened.block(), first.at()), opened);
  }

  private interface Check {
    Object check(Num num);
  }

  private static void eachBound(Quantity quantity, Check check) {
    if (quantity instanceof Num num) check.check(num);
    if (quantity instanceof Random random) {
      eachBound(random.from(), check);
      eachBound(random.to(), check);
    }
  }

  private static Num time(Num num) {
    try {
      num.duration();
      return num;
    } catch (IllegalArgumentException e) {
      throw SyntaxFailure.at(num.at(), String.valueOf(e.getMessage()));
    }
  }

  private static long whole(Num num, long least, long most, String what) {
    try {
      long value = num.value().longValueExact();
      if (num.unit().isEmpty() && value >= least && value <= most) return value;
    } catch (ArithmeticException e) {
      // not whole, or far out of range: said below
    }
    String range = most == Long.MAX_VALUE ? "of 64 bits" : "from " + least + " to " + most;
    String was = num.value().toPlainString() + num.unit().map(TimeUnit::suffix).orElse("");
    throw SyntaxFailure.at(num.at(), what + " is a whole number " + range + ", was " + was);
  }
}
