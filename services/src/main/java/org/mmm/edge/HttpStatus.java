package org.mmm.edge;

import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** Which HTTP status says how a Process Action was answered. */
final class HttpStatus {
  private HttpStatus() {}

  static int of(Reply reply) {
    if (reply.status() instanceof PaStatus.Err err) return of(err.reason());
    return reply.created() ? 201 : 200;
  }

  static int of(Reason reason) {
    return switch (reason) {
      case INS_VALUE, VALUE_RQ -> 402;
      case INS_RIGHTS -> 403;
      case INC_ID -> 404;
      case CLASH -> 409;
      case QUAL_NS -> 415;
      case FAULTY_PA, INC_DQ, M_LOC_OOR, U_LOC_OOR -> 422;
      case UNABLE -> 503;
      case UNKNOWN -> 504;
    };
  }
}
