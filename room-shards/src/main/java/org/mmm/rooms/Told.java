package org.mmm.rooms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.rights.Line;

/**
 * What a place told a performer for one Process Action, for good: it tells the same whenever it is
 * asked again.
 *
 * @param question what it was asked
 * @param call for which Process Action
 * @param status yes, or why not
 * @param seat where and since when the Item stands; null for a no, and where nothing was to be
 *     placed
 * @param derivation what decided
 * @param notAfter when the request runs out, epoch milliseconds
 * @param settledBelow see {@link Call#settledBelow}
 */
public record Told(
    Question question,
    CallId call,
    PaStatus status,
    @Nullable Seat seat,
    List<Line> derivation,
    long notAfter,
    long settledBelow) {
  public Told {
    derivation = List.copyOf(derivation);
  }

  static Told of(
      Question question, Call call, PaStatus status, @Nullable Seat seat, List<Line> derivation) {
    return new Told(
        question, call.id(), status, seat, derivation, call.notAfter(), call.settledBelow());
  }
}
