package org.mmm.rooms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** What all questions have in common that are written down: they are answered once and for all. */
final class Asked {
  private Asked() {}

  /** The answer that stands already: told before, or a straggler that is long settled. */
  static Optional<Finding> before(PlaceState place, Message.Consult consult) {
    Call call = consult.call();
    if (call.dryRun()) return Optional.empty();
    Optional<Finding> told =
        place.memory().find(consult.question(), call.id()).map(t -> finding(place, t));
    if (told.isPresent() || !place.memory().past(call)) return told;
    String detail = call.id() + " was settled long ago; " + place.id() + " does nothing for it now";
    return Optional.of(
        Finding.of(consult.question(), place.id(), PaStatus.err(Reason.UNABLE, detail)));
  }

  /** Why nothing is begun for it any more. */
  static Optional<PaStatus.Err> ranOut(Call call, Moment now) {
    if (!call.settle() && now.millis() <= call.notAfter()) return Optional.empty();
    String when = Instant.ofEpochMilli(call.notAfter()).toString();
    return Optional.of(PaStatus.err(Reason.UNABLE, "never performed: it ran out at " + when));
  }

  static Finding finding(PlaceState place, Told told) {
    Finding finding =
        Finding.of(told.question(), place.id(), told.status()).with(told.derivation());
    Seat seat = told.seat();
    return seat == null ? finding : finding.with(data(seat));
  }

  /**
   * How it stands; and under {@code since} the move by which it came, which is this one or an
   * earlier one.
   */
  private static ObjectNode data(Seat seat) {
    Attitude at = seat.attitude();
    return JsonNodeFactory.instance
        .objectNode()
        .put("x", at.x())
        .put("y", at.y())
        .put("z", at.z())
        .put("yaw", at.yaw())
        .put("pitch", at.pitch())
        .put("roll", at.roll())
        .put("since", seat.since().toString());
  }
}
