package org.mmm.script;

import java.util.List;
import java.util.Optional;
import org.mmm.script.Operand.Name;
import org.mmm.script.Operand.Num;
import org.mmm.script.Operand.Quantity;

/** What a line says. */
public sealed interface Statement {

  SourcePosition at();

  /**
   * A Process acts: {@code User1 MM-Embeds Persona1 At MM-Square => Clash}.
   *
   * @param refusal the reason for which it must be refused; none: it must be acknowledged
   */
  record Sentence(Name subject, Phrase action, Optional<Name> refusal, SourcePosition at)
      implements Statement {}

  /**
   * Waits for what another Process does, or for what holds.
   *
   * @param negated whether it must not come to be
   * @param within how long to wait; none: the client's default
   */
  record Expect(
      boolean negated, Name subject, Expected what, Optional<Num> within, SourcePosition at)
      implements Statement {}

  /** What an {@link Expect} is about. */
  sealed interface Expected {
    /** A Process Action that the subject performs. */
    record Act(Phrase action) implements Expected {}

    /** A state: where the subject is ({@code At}), whose ({@code Of}), and so on. */
    record State(List<Complement> complements) implements Expected {
      public State {
        complements = Operands.checked(complements, "an expected state");
      }
    }
  }

  /** {@code let name = operand}. */
  record Let(Name name, Operand value, SourcePosition at) implements Statement {}

  /** {@code wait 500ms}; without a unit: seconds. */
  record Wait(Quantity time, SourcePosition at) implements Statement {}

  /** {@code use "context"}: where the sentences that follow are sent. */
  record Use(Operand.Text context, SourcePosition at) implements Statement {}

  /** {@code seed 7}: from here on, random and pick draw from this seed. */
  record Seed(long value, SourcePosition at) implements Statement {}

  /** {@code repeat 10 { }}. */
  record Repeat(Quantity count, Block body, SourcePosition at) implements Statement {}

  /** {@code for i in 1..10 { }}, {@code for who in User1, User2 { }}. */
  record For(Name variable, Domain domain, Block body, SourcePosition at) implements Statement {
    public For {
      if (variable.quoted() || !Words.isVariable(variable.text())) {
        throw new IllegalArgumentException(
            "a loop's variable is a plain word, was \"" + variable.text() + "\"");
      }
    }
  }

  /** What a {@link For} runs over. */
  sealed interface Domain {
    /** Whole numbers, both ends included. */
    record Range(Operand from, Operand to) implements Domain {}

    record Each(List<Operand> operands) implements Domain {
      public Each {
        operands = Operands.checked(operands, "a loop");
      }
    }
  }

  /** {@code together { }}: the sentences of different subjects at once. */
  record Together(Block body, SourcePosition at) implements Statement {}
}
