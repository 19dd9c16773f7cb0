package org.mmm.rooms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.mmm.item.ItemState;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/** Where one goes who is put out: into the place around this one. */
final class PutOut {
  private PutOut() {}

  /** The answer to OUTSIDE: the enclosing place's ID in the data under {@code place}. */
  static Outcome<PlaceEvent> outside(PlaceState place, Message.Consult consult) {
    return Outcome.<PlaceEvent>nothing().send(consult.answer(finding(place, consult)));
  }

  private static Finding finding(PlaceState place, Message.Consult consult) {
    if (!place.item().exists()) return Unborn.finding(consult, place.id());
    ItemState.Standing standing = place.item().standing();
    if (standing == null) {
      return Finding.of(
          Question.OUTSIDE,
          place.id(),
          PaStatus.err(
              Reason.CLASH, place.id() + " stands in nothing, so nobody can be put out of it"));
    }
    return Finding.yes(Question.OUTSIDE, place.id())
        .with(JsonNodeFactory.instance.objectNode().put("place", standing.place()));
  }
}
