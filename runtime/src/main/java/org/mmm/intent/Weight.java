package org.mmm.intent;

import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.With;

/** Roughly how many bytes a reply takes, without its derivation. */
final class Weight {
  private Weight() {}

  static long of(Reply reply) {
    long bytes = 80L + reply.destination().length() + of(reply.complements());
    return reply.status() instanceof PaStatus.Err err ? bytes + err.detail().length() : bytes;
  }

  private static long of(Complements c) {
    long bytes = 0;
    for (With with : c.with()) {
      bytes += with instanceof With.Inline i ? i.item().toString().length() : 40;
    }
    int ids = c.at().size() + c.by().size() + c.from().size() + c.to().size();
    return bytes + 24L * ids + (c.nil() == null ? 0 : 24) + (c.of() == null ? 0 : 24);
  }
}
