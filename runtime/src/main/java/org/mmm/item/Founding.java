package org.mmm.item;

import java.util.Optional;
import org.mmm.intent.Horizon;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** FOUND: an Item comes into being on the word of another entity, which has claimed its name. */
final class Founding {
  private Founding() {}

  static Outcome<ItemEvent> found(
      ItemState item, Address self, Message.Consult consult, Moment now) {
    if (!(consult.args() instanceof Args.Founding what)) {
      throw new IllegalArgumentException("FOUND needs a Founding, got " + consult.args());
    }
    Outcome<ItemEvent> outcome = Outcome.nothing();
    if (item.exists()) {
      boolean again = consult.call().id().equals(item.bornBy());
      return outcome.send(
          consult.answer(
              again
                  ? Finding.yes(Question.FOUND, item.id())
                  : Finding.of(
                      Question.FOUND,
                      item.id(),
                      PaStatus.err(Reason.CLASH, "the ID " + item.id() + " is taken"))));
    }
    if (what.place() != null) {
      Optional<Finding> admitted = consult.call().found(Question.ADMIT, what.place());
      if (admitted.isEmpty()) {
        return outcome.send(
            consult.first(
                self,
                Address.place(what.place()),
                Question.ADMIT,
                new Args.Admission(
                    item.id(),
                    what.dataType(),
                    what.owner(),
                    what.dataType().equals("Persona") ? 0 : what.side(),
                    what.attitude(),
                    false,
                    null,
                    null,
                    new Appearance(0, what.perceptible(), null, 0))));
      }
      if (!admitted.get().status().acknowledged()) {
        return outcome.send(
            consult.answer(Finding.of(Question.FOUND, item.id(), admitted.get().status())));
      }
    }
    // Once a place keeps a seat for it, it is there.
    if (what.place() == null && Horizon.passed(consult.call(), now)) {
      var late = PaStatus.err(Reason.UNABLE, "it ran out before it was founded");
      return outcome.send(consult.answer(Finding.of(Question.FOUND, item.id(), late)));
    }
    Outcome<ItemEvent> answered =
        outcome.send(consult.answer(Finding.yes(Question.FOUND, item.id())));
    return consult.call().dryRun()
        ? answered
        : answered.persist(new ItemEvent.Founded(what, consult.call().id(), now.hlc()));
  }
}
