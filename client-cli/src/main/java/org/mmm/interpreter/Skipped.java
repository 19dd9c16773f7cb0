package org.mmm.interpreter;

import org.mmm.action.Preposition;
import org.mmm.script.Operand;
import org.mmm.script.Operand.Name;
import org.mmm.script.Statement.Sentence;

/** Recalls of a sentence that an earlier part of the run performed what later ones depend on. */
final class Skipped {
  private Skipped() {}

  static void sentence(RunState run, Sentence sentence, Names names, boolean passed) {
    for (Preposition preposition : Preposition.values()) {
      for (Operand operand : sentence.action().operands(preposition)) {
        if (operand instanceof Name name && preposition != Preposition.INTO) {
          recall(names, name);
        }
      }
    }
    if (!passed) {
      Performer.into(sentence.action(), names).forEach(run::promise);
    }
  }

  /** Names that stood for real IDs stay real IDs. */
  private static void recall(Names names, Name name) {
    try {
      String unused = names.id(name);
    } catch (IllegalArgumentException standsForNothing) {
      return; // as it did then
    }
  }
}
