package org.mmm.transactions;

import java.util.Optional;
import org.mmm.item.Counting;
import org.mmm.item.Kept;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.service.ServiceMachine.Step;

/**
 * How an Asset changes hands: the offer is checked and the Asset kept for this Transaction, it is
 * counted for the buyer, the Values are seen to, the Asset is transferred, it is counted for the
 * former owner no longer. Before the transfer it can be undone, from then on only be finished.
 */
public final class Handover {
  private Handover() {}

  /**
   * The next step of handing over.
   *
   * @param self the Service that hands over
   * @param asset the Item's or place's ID
   * @param terms to whom, from whom, for what
   * @return what is to be asked, or how it was refused; empty once the Asset is the buyer's
   */
  public static Optional<Step> next(Address self, Call call, String asset, Args.Reservation terms) {
    Name name = call.names().get(asset);
    if (name == null || name.kind() == Address.Kind.PROCESS) {
      return Optional.of(Step.refuse(call, Reason.INC_ID, "\"" + asset + "\" names no Item here"));
    }
    Address address = name.address(asset);
    Optional<Finding> reserved = call.found(Question.RESERVE, asset);
    if (reserved.isEmpty()) return ask(self, address, Question.RESERVE, call, terms);
    boolean place = name.kind() == Address.Kind.PLACE;
    if (reserved.get().status() instanceof PaStatus.Err refused) {
      // Only what has run out may have been counted before, and be refused now.
      return Optional.of(
          call.settle() && terms.message() == null
              ? undone(self, call, place, refused)
              : refusal(call, refused));
    }
    Kept kept = Kept.of(reserved.get());
    // What leaves is counted where it goes.
    boolean leaves = terms.message() != null;
    boolean counts = Counting.matters(call) && !leaves && !kept.account().equals(call.account());
    if (counts && !kept.handedOver()) {
      Optional<Finding> room = Counting.taken(call);
      if (room.isEmpty()) return Optional.of(Step.consult(Counting.take(self, call, place)));
      if (room.get().status() instanceof PaStatus.Err full) {
        return call.found(Question.FREE, asset).isEmpty()
            ? ask(self, address, Question.FREE, call, terms)
            : Optional.of(Step.end(Reply.of(call, full).with(room.get().derivation())));
      }
    }
    if (call.dryRun()) return Optional.empty();
    Optional<Finding> transferred = call.found(Question.TRANSFER, asset);
    if (transferred.isEmpty()) return ask(self, address, Question.TRANSFER, call, terms);
    if (transferred.get().status() instanceof PaStatus.Err refused) {
      return Optional.of(counts ? undone(self, call, place, refused) : refusal(call, refused));
    }
    boolean sold = !kept.account().isEmpty() && !kept.account().equals(call.account());
    return sold && call.found(Question.UNCOUNT, kept.account()).isEmpty()
        ? Optional.of(Step.consult(Counting.handedOver(self, call, kept.account(), place)))
        : Optional.empty();
  }

  /** Refused, once what may have been counted for the buyer is given back. */
  private static Step undone(Address self, Call call, boolean place, PaStatus.Err refused) {
    return Counting.matters(call) && !Counting.givenBack(call)
        ? Step.consult(Counting.giveBack(self, call, place))
        : refusal(call, refused);
  }

  private static Step refusal(Call call, PaStatus.Err refused) {
    return Step.refuse(call, refused.reason(), refused.detail());
  }

  private static Optional<Step> ask(
      Address self, Address asset, Question question, Call call, Args.Reservation terms) {
    return Optional.of(Step.consult(Message.consult(self, asset, question, call, terms)));
  }
}
