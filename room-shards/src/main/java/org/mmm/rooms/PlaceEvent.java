package org.mmm.rooms;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.item.ItemEvent;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;

/**
 * Everything that can have happened to a place. Stored for ever: fields are added, never changed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = PlaceEvent.OfItem.class, name = "of-item"),
  @Type(value = PlaceEvent.Admitted.class, name = "admitted"),
  @Type(value = PlaceEvent.AdmissionRefused.class, name = "admission-refused"),
  @Type(value = PlaceEvent.SeatReleased.class, name = "seat-released"),
  @Type(value = PlaceEvent.Appeared.class, name = "appeared"),
  @Type(value = PlaceEvent.Spoken.class, name = "spoken"),
  @Type(value = PlaceEvent.Held.class, name = "held"),
  @Type(value = PlaceEvent.HoldRefused.class, name = "hold-refused")
})
public sealed interface PlaceEvent extends CborSerializable {
  /** It happened to it as to any Item. */
  record OfItem(ItemEvent of) implements PlaceEvent {}

  /** An Item stands here now, or stands differently: as the seat says that it was told. */
  record Admitted(Told told, Hlc at) implements PlaceEvent {
    public Admitted {
      requireNonNull(told.seat(), "who is admitted has a seat");
    }

    Seat seat() {
      return requireNonNull(told.seat());
    }
  }

  /** An Item may not stand here by that Process Action, now or later. */
  record AdmissionRefused(String item, Told told, Hlc at) implements PlaceEvent {}

  /** An Item that came by that move has left. */
  record SeatReleased(String item, CallId move, Hlc at) implements PlaceEvent {}

  /** An Item that came by that move appears otherwise now. */
  record Appeared(String item, CallId since, Appearance as, Hlc at) implements PlaceEvent {}

  /** Something was said here, or may not be, now or later; what it was is not written. */
  record Spoken(Told told, Hlc at) implements PlaceEvent {}

  /** It is kept for somebody, instead of whomever it was kept for. */
  record Held(Hold hold, Told told, Hlc at) implements PlaceEvent {}

  /** It is not kept by that Process Action, now or later. */
  record HoldRefused(Told told, Hlc at) implements PlaceEvent {}
}
