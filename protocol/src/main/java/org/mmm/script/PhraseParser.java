package org.mmm.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.action.Slot;
import org.mmm.script.Operand.Name;
import org.mmm.script.Token.Kind;

/** Reads a verb with its object and complements. */
final class PhraseParser {
  /** Where nothing is spelled like it. */
  private static final String VERB_FORM =
      "a verb is the name of an Action with an s, such as \"MM-Embeds\"";

  /** Spellings that are one word; the Action table knows some with a blank too. */
  private static final List<String> VERBS =
      Action.spellings().stream().filter(s -> s.indexOf(' ') < 0).toList();

  private final Cursor cursor;
  private final OperandParser operands;

  PhraseParser(Cursor cursor) {
    this.cursor = cursor;
    this.operands = new OperandParser(cursor, this);
  }

  OperandParser operands() {
    return operands;
  }

  boolean atVerb() {
    return cursor.at(Kind.WORD) && Action.ofVerb(cursor.peek().text()).isPresent();
  }

  boolean atPreposition() {
    return cursor.at(Kind.WORD) && Preposition.of(cursor.peek().text()).isPresent();
  }

  /** The phrase whose verb is next. */
  Phrase phrase() {
    Token verb = cursor.peek();
    Optional<Action> action = verb.is(Kind.WORD) ? Action.ofVerb(verb.text()) : Optional.empty();
    if (action.isEmpty()) throw cursor.expected("a verb");
    cursor.next();
    List<Operand> object = new ArrayList<>();
    if (atOperand()) object.addAll(operands.operands());
    List<Complement> complements = complements(action, object);
    refuseStrayWord(object, complements);
    return new Phrase(action.get(), verb.text(), object, complements, verb.at());
  }

  /** Complements without a verb: a state. */
  List<Complement> state() {
    List<Complement> complements = complements(Optional.empty(), new ArrayList<>());
    refuseStrayWord(List.of(), complements);
    return complements;
  }

  private List<Complement> complements(Optional<Action> action, List<Operand> object) {
    List<Complement> complements = new ArrayList<>();
    Set<Preposition> seen = EnumSet.noneOf(Preposition.class);
    if (!object.isEmpty()) seen.add(Preposition.NIL);
    while (atPreposition()) {
      Token word = cursor.peek();
      Preposition preposition = Preposition.of(word.text()).orElseThrow();
      boolean nil = preposition == Preposition.NIL;
      if (nil && action.isEmpty()) {
        throw SyntaxFailure.at(word.at(), "a state has no \"Nil\"");
      }
      if (!nil && action.isPresent() && !action.get().accepts(preposition)) {
        throw notTaken(word, action.get());
      }
      if (!seen.add(preposition)) {
        throw SyntaxFailure.at(
            word.at(),
            nil && !object.isEmpty()
                ? "the object is there already: what has no preposition is Nil"
                : "\"" + word.text() + "\" stands twice",
            "several operands are separated by commas");
      }
      cursor.next();
      if (nil) object.addAll(operands.operands());
      else complements.add(new Complement(preposition, operands.operands(), word.at()));
    }
    return complements;
  }

  private static SyntaxFailure notTaken(Token word, Action action) {
    String taken =
        action.slots().stream()
            .map(Slot::preposition)
            .filter(p -> p != Preposition.NIL)
            .map(Preposition::wireName)
            .collect(Collectors.joining(", "));
    return SyntaxFailure.at(
        word.at(),
        "\"" + action.title() + "\" takes no \"" + word.text() + "\"",
        "it takes " + (taken.isEmpty() ? "no complement" : taken));
  }

  /** Where a preposition or the end must follow, a word is most likely a misspelled preposition. */
  private void refuseStrayWord(List<Operand> object, List<Complement> complements) {
    Token stray = cursor.peek();
    boolean name = stray.is(Kind.WORD) || stray.is(Kind.QUOTED) || stray.is(Kind.TEXT);
    if (!name || stray.isWord("within")) return;
    cursor.refuseNotBuilt(stray);
    List<Operand> last =
        complements.isEmpty() ? object : complements.get(complements.size() - 1).operands();
    boolean swallowed = last.size() == 1 && last.get(0) instanceof Name n && looksLike(n.text());
    if (swallowed) {
      Name preposition = (Name) last.get(0);
      throw unknownPreposition(preposition.text(), preposition.at());
    }
    if (stray.is(Kind.WORD)) throw unknownPreposition(stray.text(), stray.at());
    throw cursor.expected("a preposition or the end of the sentence");
  }

  private static boolean looksLike(String text) {
    return Words.PREPOSITIONS.stream().anyMatch(text::equalsIgnoreCase);
  }

  private static SyntaxFailure unknownPreposition(String word, SourcePosition at) {
    Optional<String> hint = Spelling.hint(word, Words.PREPOSITIONS);
    return SyntaxFailure.at(
        at,
        "unknown preposition \"" + word + "\"",
        hint.isPresent() ? hint : Optional.of("operands are separated by commas"));
  }

  private boolean atOperand() {
    Token token = cursor.peek();
    if (token.is(Kind.WORD)) {
      return !Words.isReserved(token.text()) || token.isWord("pick") || token.isWord("random");
    }
    return token.is(Kind.QUOTED) || token.is(Kind.TEXT) || token.is(Kind.NUMBER);
  }

  /**
   * Why there is no verb behind a subject.
   *
   * @param subject the word before, which may itself be a misspelled keyword
   */
  SyntaxFailure unknownVerb(Token subject) {
    Token found = cursor.peek();
    cursor.refuseNotBuilt(found);
    Optional<String> keyword =
        subject.is(Kind.WORD) && Character.isLowerCase(subject.text().charAt(0))
            ? Spelling.hint(subject.text(), Words.STATEMENTS)
            : Optional.empty();
    Optional<String> verb =
        found.is(Kind.WORD) ? Spelling.hint(found.text(), VERBS) : Optional.empty();
    if (verb.isEmpty() && keyword.isPresent()) {
      return SyntaxFailure.at(subject.at(), "unknown word " + subject.described(), keyword);
    }
    boolean word = found.is(Kind.WORD) && !Words.isReserved(found.text());
    if (!word) return cursor.expected("a verb after " + subject.described());
    cursor.next();
    Optional<String> hyphened = hyphened(found);
    return SyntaxFailure.at(
        found.at(),
        "unknown verb " + found.described(),
        hyphened.or(() -> verb).or(() -> Optional.of(VERB_FORM)));
  }

  /** Why a Right has no verb: its first word is a misspelled one, or a subject without a verb. */
  SyntaxFailure unknownVerbOfRight(Token first) {
    Optional<String> verb =
        first.is(Kind.WORD) ? Spelling.hint(first.text(), VERBS) : Optional.empty();
    if (verb.isEmpty()) return unknownVerb(first);
    return SyntaxFailure.at(first.at(), "unknown verb " + first.described(), verb);
  }

  /** Why an expectation has neither verb nor preposition behind its subject. */
  SyntaxFailure noVerbOrPreposition(Name subject) {
    Token found = cursor.peek();
    cursor.refuseNotBuilt(found);
    if (!found.is(Kind.WORD)) {
      return cursor.expected("a verb or a preposition after \"" + subject.text() + "\"");
    }
    List<String> known = new ArrayList<>(Words.PREPOSITIONS);
    known.addAll(VERBS);
    return SyntaxFailure.at(
        found.at(),
        "expected a verb or a preposition, found " + found.described(),
        Spelling.hint(found.text(), known));
  }

  private Optional<String> hyphened(Token first) {
    if (!cursor.at(Kind.WORD)) return Optional.empty();
    String both = first.text() + "-" + cursor.peek().text();
    return Action.ofVerb(both).map(a -> "did you mean \"" + both + "\"?");
  }
}
