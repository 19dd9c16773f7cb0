package org.mmm.transactions;

import java.util.Optional;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.service.ServiceMachine.Step;

/**
 * How an Asset changes hands: the offer is checked and the Asset kept for this Transaction, the
 * Values are seen to, the Asset is transferred. Before the transfer it can be undone, from then on
 * only be finished.
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
    if (reserved.get().status() instanceof PaStatus.Err refused) {
      return Optional.of(Step.refuse(call, refused.reason(), refused.detail()));
    }
    if (call.dryRun()) return Optional.empty();
    Optional<Finding> transferred = call.found(Question.TRANSFER, asset);
    if (transferred.isEmpty()) return ask(self, address, Question.TRANSFER, call, terms);
    return transferred.get().status() instanceof PaStatus.Err refused
        ? Optional.of(Step.refuse(call, refused.reason(), refused.detail()))
        : Optional.empty();
  }

  private static Optional<Step> ask(
      Address self, Address asset, Question question, Call call, Args.Reservation terms) {
    return Optional.of(Step.consult(Message.consult(self, asset, question, call, terms)));
  }
}
