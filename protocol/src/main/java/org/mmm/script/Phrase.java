package org.mmm.script;

import java.util.List;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.action.Preposition;

/**
 * A Process Action without its subject: the verb, its object and its complements.
 *
 * @param verb as written; it says which edition was meant
 * @param operands the object (Nil), perhaps none
 * @param complements in the order written, each preposition once
 * @param at the verb's position
 */
public record Phrase(
    Action action,
    String verb,
    List<Operand> operands,
    List<Complement> complements,
    SourcePosition at) {
  public Phrase {
    if (!Action.ofVerb(verb).equals(Optional.of(action)) || verb.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("\"" + verb + "\" is no spelling of " + action);
    }
    operands = List.copyOf(operands);
    complements = List.copyOf(complements);
    if (complements.stream().map(Complement::preposition).distinct().count()
        != complements.size()) {
      throw new IllegalArgumentException("a preposition stands once in a sentence");
    }
  }

  /** What that preposition governs; the object for Nil; empty if the phrase has none. */
  public List<Operand> operands(Preposition preposition) {
    if (preposition == Preposition.NIL) return operands;
    return complements.stream()
        .filter(c -> c.preposition() == preposition)
        .findFirst()
        .map(Complement::operands)
        .orElse(List.of());
  }
}
