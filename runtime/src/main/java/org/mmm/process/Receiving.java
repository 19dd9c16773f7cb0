package org.mmm.process;

import java.util.List;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.intent.Horizon;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Line;

/** FOUND, DELIVER and OWN: a Process comes into being, receives, and lets its log be read. */
final class Receiving {
  private Receiving() {}

  static Outcome<ProcessEvent> consult(
      ProcessState process, Address self, Message.Consult consult, Moment now) {
    return switch (consult.question()) {
      case FOUND -> found(process, self, consult, now);
      case DELIVER -> deliver(process, self, consult, now);
      case OWN -> own(process, self, consult);
      default ->
          answer(
              self,
              consult,
              PaStatus.err(Reason.FAULTY_PA, self.id() + " is a Process, not a place or an Item"));
    };
  }

  private static Outcome<ProcessEvent> found(
      ProcessState process, Address self, Message.Consult consult, Moment now) {
    if (!(consult.args() instanceof Args.Founding what)) {
      throw new IllegalArgumentException("FOUND needs a Founding, got " + consult.args());
    }
    if (process.exists()) {
      boolean again = consult.call().id().equals(process.bornBy());
      return answer(
          self,
          consult,
          again ? PaStatus.ACK : PaStatus.err(Reason.CLASH, "the ID " + self.id() + " is taken"));
    }
    if (Horizon.passed(consult.call(), now)) {
      return answer(self, consult, PaStatus.err(Reason.UNABLE, "it ran out before it was founded"));
    }
    Outcome<ProcessEvent> yes = answer(self, consult, PaStatus.ACK);
    return consult.call().dryRun()
        ? yes
        : yes.persist(new ProcessEvent.Founded(what, consult.call().id(), now.hlc()));
  }

  private static Outcome<ProcessEvent> deliver(
      ProcessState process, Address self, Message.Consult consult, Moment now) {
    var call = consult.call();
    if (!(consult.args() instanceof Args.Delivery what)) {
      throw new IllegalArgumentException("DELIVER needs a Delivery, got " + consult.args());
    }
    if (!process.exists()) {
      return answer(self, consult, PaStatus.err(Reason.INC_ID, "there is no Process " + self.id()));
    }
    Optional<Deliveries.Delivery> seen = process.inbox().seen().find(call.id());
    if (seen.isPresent()) {
      return answer(
          self,
          consult,
          seen.get().received() ? PaStatus.ACK : PaStatus.err(Reason.UNABLE, "it came too late"));
    }
    if (call.dryRun()) return answer(self, consult, PaStatus.ACK);
    // What another receiver has already is sent, late or not, and must come to all.
    if (call.settle() && !call.agreed(Question.DELIVER)) {
      return answer(self, consult, PaStatus.err(Reason.UNABLE, "it came too late"))
          .persist(new ProcessEvent.NeverReceived(call.id(), now.hlc()));
    }
    return answer(self, consult, PaStatus.ACK)
        .persist(new ProcessEvent.Received(call.id(), call.action(), what, List.of(), now.hlc()));
  }

  /**
   * Yes to itself, for Rights to Inform about it, which is to read its log. More is not its to
   * give: a May Not on another verb would reach Actions that do not name it.
   */
  private static Outcome<ProcessEvent> own(
      ProcessState process, Address self, Message.Consult consult) {
    if (!process.exists()) {
      return answer(self, consult, PaStatus.err(Reason.INC_ID, "there is no Process " + self.id()));
    }
    var call = consult.call();
    boolean reading =
        RightsWish.read(call.action().complements().with()).rights().stream()
            .filter(wanted -> wanted.pattern().target().filter(self.id()::equals).isPresent())
            .allMatch(wanted -> wanted.pattern().action() == Action.INFORM);
    boolean yes = call.subject().equals(self.id()) && reading;
    String sentence =
        yes
            ? self.id() + " lets its log be read"
            : reading
                ? self.id() + " alone gives Rights to read its log"
                : self.id() + " is a Process: it gives Rights to Inform about it, and no others";
    Finding finding =
        new Finding(
            Question.OWN,
            self.id(),
            yes ? PaStatus.ACK : PaStatus.err(Reason.INS_RIGHTS, sentence),
            Telling.ofItself(process),
            List.of(new Line(self.id(), yes, null, sentence)),
            null);
    return Outcome.<ProcessEvent>nothing().send(consult.answer(finding));
  }

  private static Outcome<ProcessEvent> answer(
      Address self, Message.Consult consult, PaStatus status) {
    return Outcome.<ProcessEvent>nothing()
        .send(consult.answer(Finding.of(consult.question(), self.id(), status)));
  }
}
