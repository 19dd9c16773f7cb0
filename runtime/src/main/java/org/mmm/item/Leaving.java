package org.mmm.item;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * An Item leaves for another M-Instance, handed over to a Process there. From when it is kept for
 * that one nobody uses it; its change of owner is the commit. That M-Instance has accepted it
 * before it asked, so from then on it can only be finished; here it stays as what it was, and says
 * where it went, to whoever asks and however late.
 */
final class Leaving {
  /** Data of that form is stored apart, and does not go along. */
  private static final String STORED_APART = "urn:mmm:data:";

  private Leaving() {}

  /** Why it can be neither used nor changed just now; null if it can. */
  static PaStatus.@Nullable Err gone(ItemState item, Moment now) {
    ItemState.Departure left = item.departure();
    if (left != null) {
      return PaStatus.err(
          Reason.CLASH, item.id() + " is not here any more: it was handed over to " + left.to());
    }
    ItemEvent.Reserved kept = item.reserved();
    if (kept == null || kept.terms().message() == null) return null;
    return kept.until() + HandingOver.GRACE_MILLIS > now.millis()
        ? PaStatus.err(Reason.CLASH, item.id() + " is being handed over to " + kept.terms().buyer())
        : null;
  }

  /** What speaks against its leaving on these terms. */
  static Optional<PaStatus.Err> against(ItemState item, Args.Reservation terms) {
    if (terms.message() == null) return Optional.empty();
    var data = item.birth().data();
    if (RemoteName.is(item.id())) {
      String visitor = item.id() + " is a visitor here: it is handed over at home";
      return Optional.of(PaStatus.err(Reason.FAULTY_PA, visitor));
    }
    return data != null && data.toString().contains(STORED_APART)
        ? Optional.of(
            PaStatus.err(
                Reason.FAULTY_PA,
                "the Data of "
                    + item.id()
                    + " is stored apart, and does not leave this M-Instance"))
        : Optional.empty();
  }

  /** What is asked of it by others is refused, but for what finishes the handing over. */
  static Optional<Outcome<ItemEvent>> refused(ItemState item, Message.Consult consult, Moment now) {
    PaStatus.Err gone = item.exists() ? gone(item, now) : null;
    boolean finishing =
        consult.question() == Question.RESERVE
            || consult.question() == Question.TRANSFER
            || consult.question() == Question.FREE
            || consult.question() == Question.FOUND;
    return gone == null || finishing
        ? Optional.empty()
        : Optional.of(
            Outcome.<ItemEvent>nothing()
                .send(consult.answer(Finding.of(consult.question(), item.id(), gone))));
  }

  static Optional<Outcome<ItemEvent>> refused(ItemState item, Call call, Moment now) {
    PaStatus.Err gone = item.exists() ? gone(item, now) : null;
    boolean begun = item.moving() != null && item.moving().call().id().equals(call.id());
    return gone == null || begun
        ? Optional.empty()
        : Optional.of(Verdict.refuse(call, gone, java.util.List.of(), now));
  }

  /** The place that it has left, if it stood somewhere, is told so. */
  static Outcome<ItemEvent> release(
      Outcome<ItemEvent> transferred, ItemState item, Address self, Args.Reservation terms) {
    return terms.message() == null || item.standing() == null
        ? transferred
        : transferred.send(Placing.release(item, self, item.standing()));
  }

  /** The other M-Instance has it. */
  static Outcome<ItemEvent> settle(ItemState item, Query.Handed said, Moment now) {
    ItemState.Departure left = item.departure();
    Outcome<ItemEvent> outcome = Outcome.nothing();
    if (left == null || !left.message().equals(said.message())) {
      return outcome.respond(
          new Response.Refused(
              PaStatus.err(
                  Reason.INC_ID, item.id() + " was not handed over by " + said.message())));
    }
    var view = JsonNodeFactory.instance.objectNode().put("settled", true);
    Outcome<ItemEvent> answered = outcome.respond(new Response.View(view));
    return left.settled() ? answered : answered.persist(new ItemEvent.Settled(now.hlc()));
  }
}
