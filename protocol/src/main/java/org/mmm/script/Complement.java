package org.mmm.script;

import java.util.List;
import org.mmm.action.Preposition;

/**
 * A preposition and what it governs.
 *
 * @param preposition never Nil, which marks the object of a {@link Phrase}
 */
public record Complement(Preposition preposition, List<Operand> operands, SourcePosition at) {
  public Complement {
    if (preposition == Preposition.NIL) {
      throw new IllegalArgumentException("Nil marks the object, which is no complement");
    }
    operands = List.copyOf(operands);
    if (operands.isEmpty()) {
      throw new IllegalArgumentException(preposition.wireName() + " governs at least one operand");
    }
  }
}
