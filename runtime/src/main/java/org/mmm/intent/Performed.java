package org.mmm.intent;

import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Reply;
import org.mmm.pa.ProcessAction;

/**
 * A performer answered a Process Action; written in the same write as what it did. Refusals too.
 *
 * @param id which one
 * @param action what was asked
 * @param reply how it was answered
 * @param notAfter when the request runs out, epoch milliseconds
 * @param settledBelow see {@link Call#settledBelow}
 * @param at when it took effect
 */
public record Performed(
    CallId id, ProcessAction action, Reply reply, long notAfter, long settledBelow, Hlc at) {
  public static Performed of(Call call, Reply reply, Moment now) {
    return new Performed(
        call.id(), call.action(), reply, call.notAfter(), call.settledBelow(), now.hlc());
  }
}
