package org.mmm.rooms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;

/** What a place shows: of itself besides what any Item shows, and how something stands in it. */
final class PlaceView {
  /** At most so many of those inside are listed. */
  static final int LISTED = 1_000;

  private PlaceView() {}

  /** Completes the view of something that stands here; one that has left is shown without. */
  static Response seat(PlaceState place, Query.Seat query) {
    ObjectNode view = query.view().deepCopy();
    Seat seat = place.seats().get(query.item());
    if (seat != null) {
      ObjectNode at = view.withObject("/place");
      at.putArray("position")
          .add(seat.attitude().x())
          .add(seat.attitude().y())
          .add(seat.attitude().z());
      at.putArray("orientation")
          .add(seat.attitude().yaw())
          .add(seat.attitude().pitch())
          .add(seat.attitude().roll());
    }
    return new Response.View(view);
  }

  /**
   * Adds to what it shows as an Item: to the answer, or to the view that goes on to where it
   * stands.
   */
  static Outcome<PlaceEvent> complete(PlaceState place, Outcome<PlaceEvent> shown) {
    Outcome<PlaceEvent> outcome = Outcome.nothing();
    if (shown.response() instanceof Response.View view && view.body() instanceof ObjectNode body) {
      return outcome.respond(new Response.View(complete(place, body)));
    }
    for (Send send : shown.sends()) {
      if (send.message() instanceof Message.Read read && read.query() instanceof Query.Seat seat) {
        var more = new Query.Seat(seat.item(), complete(place, seat.view()));
        return outcome.forward(send.to(), new Message.Read(more));
      }
    }
    return shown;
  }

  private static ObjectNode complete(PlaceState place, ObjectNode body) {
    ObjectNode view = body.deepCopy();
    view.put("side", place.item().birth().side());
    view.put("capacity", place.item().birth().capacity());
    var inside = view.putArray("inside");
    place.seats().keySet().stream().limit(LISTED).forEach(inside::add);
    if (place.item().standing() != null) view.put("enclosing", place.item().standing().place());
    return view;
  }
}
