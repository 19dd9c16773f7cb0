package org.mmm.rights;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * Whether a Process Action is permitted, with the derivation that says why. The verdict is read off
 * the derivation, so the two cannot disagree.
 *
 * @param derivation one line per step; at least one, and none after a refusal
 */
public record Decision(@JsonValue List<Line> derivation) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Decision {
    derivation = List.copyOf(derivation);
    if (derivation.isEmpty()) throw new IllegalArgumentException("a decision needs a derivation");
    for (Line line : derivation.subList(0, derivation.size() - 1)) {
      if (!line.permits()) throw new IllegalArgumentException("a refusal ends a derivation");
    }
  }

  static Decision of(Line line) {
    return new Decision(List.of(line));
  }

  /** Whether every step permits. */
  public boolean permitted() {
    return last().permits();
  }

  /** This decision and then the next one; a refusal ends it. */
  public Decision and(Decision next) {
    if (!permitted()) return this;
    List<Line> both = new ArrayList<>(derivation);
    both.addAll(next.derivation);
    return new Decision(both);
  }

  /** Ack, or InsRights with the sentence of the refusal. */
  public PaStatus status() {
    return permitted() ? PaStatus.ACK : PaStatus.err(Reason.INS_RIGHTS, last().sentence());
  }

  private Line last() {
    return derivation.get(derivation.size() - 1);
  }
}
