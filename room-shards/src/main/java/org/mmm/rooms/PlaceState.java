package org.mmm.rooms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemState;
import org.mmm.kernel.CborSerializable;
import org.pcollections.TreePMap;

/**
 * A place as it is now.
 *
 * @param item what it is as an Item
 * @param seats who stands in it, by ID
 * @param memory what it told
 * @param hold for whom it is kept; null if for nobody; it may have run out
 */
public record PlaceState(
    ItemState item, TreePMap<String, Seat> seats, Memory memory, @Nullable Hold hold)
    implements CborSerializable {

  @JsonCreator
  static PlaceState of(
      @JsonProperty("item") ItemState item,
      @JsonProperty("seats") Map<String, Seat> seats,
      @JsonProperty("memory") Memory memory,
      @JsonProperty("hold") @Nullable Hold hold) {
    return new PlaceState(item, TreePMap.from(seats), memory, hold);
  }

  /** A place that was never founded. */
  public static PlaceState unborn(String id) {
    return new PlaceState(ItemState.unborn(id), TreePMap.empty(), Memory.none(), null);
  }

  String id() {
    return item.id();
  }

  /** The same place, as another Item. */
  PlaceState as(ItemState other) {
    return other == item ? this : new PlaceState(other, seats, memory, hold);
  }

  PlaceState apply(PlaceEvent event) {
    if (event instanceof PlaceEvent.OfItem e) {
      Hold kept = e.of() instanceof ItemEvent.Transferred ? null : hold;
      return new PlaceState(item.apply(e.of()), seats, memory, kept);
    }
    if (event instanceof PlaceEvent.Admitted e) {
      return new PlaceState(
          item,
          seats.plus(e.seat().item(), e.seat()),
          memory.with(e.told(), e.at().millis()),
          hold);
    }
    if (event instanceof PlaceEvent.AdmissionRefused e) {
      return new PlaceState(item, seats, memory.with(e.told(), e.at().millis()), hold);
    }
    if (event instanceof PlaceEvent.SeatReleased e) {
      return new PlaceState(item, seats.minus(e.item()), memory, hold);
    }
    if (event instanceof PlaceEvent.Appeared e) {
      Seat seat = seats.get(e.item());
      return seat == null || !seat.since().equals(e.since())
          ? this
          : new PlaceState(item, seats.plus(e.item(), seat.as(e.as())), memory, hold);
    }
    if (event instanceof PlaceEvent.Spoken e) {
      return new PlaceState(item, seats, memory.with(e.told(), e.at().millis()), hold);
    }
    if (event instanceof PlaceEvent.Held e) {
      return new PlaceState(item, seats, memory.with(e.told(), e.at().millis()), e.hold());
    }
    PlaceEvent.HoldRefused e = (PlaceEvent.HoldRefused) event;
    return new PlaceState(item, seats, memory.with(e.told(), e.at().millis()), hold);
  }
}
