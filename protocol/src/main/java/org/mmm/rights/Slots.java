package org.mmm.rights;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;

/**
 * The slots of a request as patterns compare them: To = At, a Service by one name. For Rights
 * Change, Of (ARC) and Nil (TEC) both name whom it concerns.
 */
record Slots(
    String subject,
    @Nullable String nil,
    List<String> places,
    List<String> from,
    List<String> by,
    @Nullable String of) {

  static Slots of(ProcessAction action) {
    return of(action.action(), action);
  }

  /** Those of a part of it: the composite's own, read as that verb reads them. */
  static Slots of(Action verb, ProcessAction action) {
    Complements said = action.complements();
    String nil = Names.orNull(said.nil());
    String of = Names.orNull(said.of());
    if (verb == Action.CHANGE && of == null) {
      of = nil;
      nil = null;
    }
    return new Slots(
        Names.one(action.source()),
        nil,
        Names.all(said.places()),
        Names.all(said.from()),
        Names.all(said.by()),
        of);
  }
}
