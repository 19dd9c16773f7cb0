package org.mmm.figures;

import java.util.Arrays;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** How a Process Action may end: as few words as there are, to count by. */
public enum Ending {
  ACK("Ack"),
  FAULTY_PA(Reason.FAULTY_PA),
  INC_ID(Reason.INC_ID),
  INS_RIGHTS(Reason.INS_RIGHTS),
  INS_VALUE(Reason.INS_VALUE),
  CLASH(Reason.CLASH),
  M_LOC_OOR(Reason.M_LOC_OOR),
  U_LOC_OOR(Reason.U_LOC_OOR),
  INC_DQ(Reason.INC_DQ),
  QUAL_NS(Reason.QUAL_NS),
  VALUE_RQ(Reason.VALUE_RQ),
  UNABLE(Reason.UNABLE),
  UNKNOWN(Reason.UNKNOWN),
  /** The Process takes the token no more. */
  BAD_TOKEN("BadToken"),
  /** A quota or a rate is used up. */
  THROTTLED("Throttled");

  private static final Ending[] OF_REASON =
      Arrays.stream(Reason.values()).map(Ending::named).toArray(Ending[]::new);

  private final String word;

  Ending(Reason reason) {
    this(reason.wireName());
  }

  Ending(String word) {
    this.word = word;
  }

  /** As it stands in labels and figures. */
  public String word() {
    return word;
  }

  /** How that answer ends the Process Action. */
  public static Ending of(Response response) {
    if (response instanceof Response.Performed performed) {
      return performed.reply().status() instanceof PaStatus.Err err
          ? OF_REASON[err.reason().ordinal()]
          : ACK;
    }
    return response instanceof Response.BadToken ? BAD_TOKEN : THROTTLED;
  }

  private static Ending named(Reason reason) {
    return Arrays.stream(values())
        .filter(ending -> ending.word.equals(reason.wireName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no ending for " + reason));
  }
}
