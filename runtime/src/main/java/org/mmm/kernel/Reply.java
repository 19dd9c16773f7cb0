package org.mmm.kernel;

import java.util.List;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.rights.Line;

/**
 * How a Process Action was answered.
 *
 * @param status Ack, or one reason
 * @param destination the ProcessID in whose name it was answered, in the words of the edition asked
 *     in
 * @param complements the response side: Nil is the new Item, With is what goes with it
 * @param created whether a new Item came into being
 * @param derivation what decided it, one line per entity
 */
public record Reply(
    PaStatus status,
    String destination,
    Complements complements,
    boolean created,
    List<Line> derivation) {
  public Reply {
    derivation = List.copyOf(derivation);
  }

  public static Reply of(Call call, PaStatus status) {
    var action = call.action();
    String destination =
        action.complements().by().isEmpty()
            ? action.action().service().id(action.edition())
            : action.complements().by().get(0);
    return new Reply(status, destination, Complements.NONE, false, List.of());
  }

  public Reply with(Complements yielded) {
    return new Reply(status, destination, yielded, created, derivation);
  }

  public Reply with(List<Line> lines) {
    return new Reply(status, destination, complements, created, lines);
  }

  public Reply creating() {
    return new Reply(status, destination, complements, true, derivation);
  }
}
