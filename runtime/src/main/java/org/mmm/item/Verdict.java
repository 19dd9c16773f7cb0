package org.mmm.item;

import java.time.Instant;
import java.util.List;
import org.mmm.intent.Performed;
import org.mmm.kernel.Call;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Line;

/** The ways in which a Process Action ends at an Item. */
final class Verdict {
  private Verdict() {}

  /** Performed or refused, and remembered so; on a dry run only told. */
  static Outcome<ItemEvent> end(
      Call call, Reply reply, Moment now, List<? extends ItemEvent> effects) {
    Outcome<ItemEvent> outcome = Outcome.nothing();
    if (call.dryRun()) return outcome.tried(call, reply);
    return outcome
        .persist(effects)
        .persist(new ItemEvent.Answered(Performed.of(call, reply, now)))
        .send(call.id().subject(), new Message.Answer(call.id(), reply));
  }

  static Outcome<ItemEvent> ack(Call call, Reply reply, Moment now, ItemEvent... effects) {
    return end(call, reply, now, List.of(effects));
  }

  static Outcome<ItemEvent> refuse(Call call, Reason reason, String detail, Moment now) {
    return refuse(call, PaStatus.err(reason, detail), List.of(), now);
  }

  static Outcome<ItemEvent> refuse(
      Call call, PaStatus.Err status, List<Line> derivation, Moment now) {
    return end(call, Reply.of(call, status).with(derivation), now, List.of());
  }

  /** Answered without a trace: who never was cannot remember. */
  static Outcome<ItemEvent> unborn(Call call, String id) {
    Reply reply = Reply.of(call, PaStatus.err(Reason.INC_ID, "there is no Item " + id));
    Outcome<ItemEvent> outcome = Outcome.nothing();
    return call.dryRun()
        ? outcome.tried(call, reply)
        : outcome.send(call.id().subject(), new Message.Answer(call.id(), reply));
  }

  /** It ran out before anything of it was begun. */
  static Outcome<ItemEvent> never(Call call, Moment now) {
    return refuse(
        call,
        Reason.UNABLE,
        "never performed: it ran out at " + Instant.ofEpochMilli(call.notAfter()),
        now);
  }
}
