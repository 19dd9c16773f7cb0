package org.mmm.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.interpreter.RunState;

/** Proposes the next word of a sentence: a name, then a verb, then what that verb takes. */
final class SentenceCompleter implements Completer {
  private static final List<String> STATEMENTS =
      List.of("expect", "let", "wait", "use", "seed", "repeat", "for", "together");

  /** As sentences have them: one word, in the third person, of both editions. */
  private static final List<String> VERBS =
      Action.spellings().stream().filter(s -> s.endsWith("s") && s.indexOf(' ') < 0).toList();

  private final RunState run;

  SentenceCompleter(RunState run) {
    this.run = run;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> before = line.words().subList(0, line.wordIndex());
    proposals(before).sorted().map(Candidate::new).forEach(candidates::add);
  }

  /** The words that may follow those. */
  Stream<String> proposals(List<String> before) {
    Optional<Action> verb =
        before.stream().flatMap(word -> Action.ofVerb(word).stream()).findFirst();
    if (verb.isPresent()) {
      return Stream.concat(prepositions(verb.get()), names());
    }
    if (before.isEmpty()) {
      return Stream.concat(Stream.concat(names(), Stream.of("human1")), STATEMENTS.stream());
    }
    return VERBS.stream();
  }

  private Stream<String> names() {
    return run.names().stream();
  }

  private static Stream<String> prepositions(Action action) {
    return action.slots().stream()
        .map(slot -> slot.preposition())
        .filter(preposition -> preposition != Preposition.NIL)
        .map(Preposition::wireName);
  }
}
