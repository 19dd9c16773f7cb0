package org.mmm.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.intent.Performed;
import org.mmm.kernel.CborSerializable;

/** What changes how much an Account owns. Fields are added, never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = HoldingsEvent.Counted.class, name = "counted"),
  @Type(value = HoldingsEvent.Uncounted.class, name = "uncounted"),
  @Type(value = HoldingsEvent.Refused.class, name = "refused")
})
public sealed interface HoldingsEvent extends CborSerializable {
  /**
   * So much more is owned, or about to be.
   *
   * @param by the Process Action by which it is
   * @param items how many Items, places among them
   */
  record Counted(Performed by, int items, int places) implements HoldingsEvent {}

  /** So much less is owned. */
  record Uncounted(Performed by, int items, int places) implements HoldingsEvent {}

  /**
   * There was no room, and for that call there never will be: else one that is repeated could be
   * counted after it has ended.
   */
  record Refused(Performed by) implements HoldingsEvent {}
}
