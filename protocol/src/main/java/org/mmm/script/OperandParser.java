package org.mmm.script;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.mmm.script.Operand.Argument;
import org.mmm.script.Operand.Call;
import org.mmm.script.Operand.Name;
import org.mmm.script.Operand.Num;
import org.mmm.script.Operand.Payload;
import org.mmm.script.Operand.Pick;
import org.mmm.script.Operand.Quantity;
import org.mmm.script.Operand.Random;
import org.mmm.script.Operand.Rights;
import org.mmm.script.Operand.Text;
import org.mmm.script.Token.Kind;

/** Reads operands. */
final class OperandParser {
  static final String OPERAND = "a name, a text or a number";

  private final Cursor cursor;
  private final PhraseParser phrases;

  OperandParser(Cursor cursor, PhraseParser phrases) {
    this.cursor = cursor;
    this.phrases = phrases;
  }

  List<Operand> operands() {
    return list(Kind.COMMA, this::operand);
  }

  Operand operand() {
    Token token = cursor.peek();
    if (token.is(Kind.TEXT)) return text();
    if (atQuantity()) return quantity();
    if (token.isWord("pick")) return pick();
    Name name = cursor.name(OPERAND);
    Token behind = cursor.peek();
    if (behind.is(Kind.JSON)) {
      cursor.next();
      return new Payload(name, Objects.requireNonNull(behind.json()), name.at());
    }
    if (!behind.is(Kind.OPEN_PAREN)) return name;
    cursor.next();
    Operand call =
        cursor.atWord("May") || cursor.atWord("Must")
            ? new Rights(name, list(Kind.SEMICOLON, this::right), name.at())
            : new Call(name, list(Kind.COMMA, this::argument), name.at());
    cursor.expectClosed(behind);
    return call;
  }

  Text text() {
    Token token = cursor.expect(Kind.TEXT, "a text");
    return new Text(token.text(), token.at());
  }

  Quantity quantity() {
    if (cursor.atWord("random")) return random();
    return num();
  }

  Num num() {
    Token token = cursor.expect(Kind.NUMBER, "a number");
    return new Num(new BigDecimal(token.text()), Optional.ofNullable(token.unit()), token.at());
  }

  private boolean atQuantity() {
    return cursor.at(Kind.NUMBER) || cursor.atWord("random");
  }

  private Random random() {
    Token word = cursor.next();
    Token open = cursor.expect(Kind.OPEN_PAREN, "\"(\" after random");
    Quantity from = quantity();
    cursor.expect(Kind.COMMA, "\",\"");
    Quantity to = quantity();
    if (from instanceof Num low && to instanceof Num high) checkBounds(low, high);
    cursor.expectClosed(open);
    return new Random(from, to, word.at());
  }

  private static void checkBounds(Num low, Num high) {
    if (low.unit().isPresent() != high.unit().isPresent()) {
      throw SyntaxFailure.at(
          high.at(), "the bounds of random are two numbers or two times, these are one of each");
    }
    BigDecimal from = low.unit().map(u -> u.millis(low.value())).orElse(low.value());
    BigDecimal to = high.unit().map(u -> u.millis(high.value())).orElse(high.value());
    if (from.compareTo(to) > 0) {
      throw SyntaxFailure.at(
          low.at(), "random draws from the lower bound to the higher", "exchange the two");
    }
  }

  private Pick pick() {
    Token word = cursor.next();
    Token open = cursor.expect(Kind.OPEN_PAREN, "\"(\" after pick");
    List<Operand> choices = operands();
    cursor.expectClosed(open);
    return new Pick(choices, word.at());
  }

  private Argument argument() {
    if (cursor.at(Kind.TEXT)) return new Argument(text(), Optional.empty());
    if (!atQuantity()) return new Argument(cursor.name(OPERAND), Optional.empty());
    Quantity quantity = quantity();
    boolean measured = cursor.at(Kind.WORD) || cursor.at(Kind.QUOTED);
    return new Argument(
        quantity, measured ? Optional.of(cursor.name("a measure")) : Optional.empty());
  }

  private RightPhrase right() {
    Token first = cursor.peek();
    Deontic deontic;
    if (cursor.took("Must")) {
      deontic = Deontic.MUST;
    } else if (cursor.took("May")) {
      deontic = cursor.took("Not") ? Deontic.MAY_NOT : Deontic.MAY;
    } else {
      throw cursor.expected("\"May\", \"May Not\" or \"Must\"");
    }
    Token word = cursor.peek();
    Optional<RightLevel> level = word.is(Kind.WORD) ? RightLevel.of(word.text()) : Optional.empty();
    if (level.isPresent()) cursor.next();
    Optional<Name> subject = phrases.atVerb() ? Optional.empty() : Optional.of(subject());
    return new RightPhrase(deontic, level, subject, phrases.phrase(), first.at());
  }

  private Name subject() {
    Token token = cursor.peek();
    Name subject = cursor.name("a Process or a verb");
    if (phrases.atVerb()) return subject;
    throw phrases.unknownVerbOfRight(token);
  }

  SyntaxFailure tooMany(SourcePosition at) {
    return SyntaxFailure.at(at, "a list has at most " + ScriptLimits.OPERANDS + " parts");
  }

  private <T> List<T> list(Kind separator, Supplier<T> part) {
    List<T> parts = new ArrayList<>();
    do {
      if (parts.size() == ScriptLimits.OPERANDS) {
        throw tooMany(cursor.peek().at());
      }
      parts.add(part.get());
    } while (cursor.took(separator));
    return parts;
  }
}
