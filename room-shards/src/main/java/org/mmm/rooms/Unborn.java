package org.mmm.rooms;

import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** What is said of a place that was never founded. */
final class Unborn {
  private Unborn() {}

  static PaStatus.Err status(String id) {
    return PaStatus.err(Reason.INC_ID, "there is no place called " + id);
  }

  static Finding finding(Message.Consult consult, String id) {
    return Finding.of(consult.question(), id, status(id));
  }
}
