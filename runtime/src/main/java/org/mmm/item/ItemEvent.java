package org.mmm.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.mmm.intent.Performed;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Offer;
import org.mmm.pa.PaStatus;

/**
 * Everything that can have happened to an Item. Stored for ever: fields are added, never changed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = ItemEvent.Founded.class, name = "founded"),
  @Type(value = ItemEvent.MoveBegan.class, name = "move-began"),
  @Type(value = ItemEvent.Moved.class, name = "moved"),
  @Type(value = ItemEvent.MoveEnded.class, name = "move-ended"),
  @Type(value = ItemEvent.LeftBehind.class, name = "left-behind"),
  @Type(value = ItemEvent.PropertyChanged.class, name = "property-changed"),
  @Type(value = ItemEvent.Animated.class, name = "animated"),
  @Type(value = ItemEvent.Shown.class, name = "shown"),
  @Type(value = ItemEvent.Offered.class, name = "offered"),
  @Type(value = ItemEvent.Reserved.class, name = "reserved"),
  @Type(value = ItemEvent.ReservationEnded.class, name = "reservation-ended"),
  @Type(value = ItemEvent.Transferred.class, name = "transferred"),
  @Type(value = ItemEvent.Settled.class, name = "settled"),
  @Type(value = ItemEvent.Answered.class, name = "answered")
})
public sealed interface ItemEvent extends CborSerializable {
  /**
   * It came into being.
   *
   * @param by the Process Action by which it did
   */
  record Founded(Args.Founding what, CallId by, Hlc at) implements ItemEvent {}

  /**
   * It is on its way to another place, and to no other until that one has answered.
   *
   * @param call the Process Action that moves it, to be repeated from here
   * @param to the place's ID
   */
  record MoveBegan(Call call, String to, @Nullable Attitude attitude, boolean putOut, Hlc at)
      implements ItemEvent {}

  /** It stands there now: the commit of a move. */
  record Moved(String to, CallId move, Hlc at) implements ItemEvent {}

  /** The place refused; it stands where it stood. */
  record MoveEnded(CallId move, Hlc at) implements ItemEvent {}

  /** The place that it left knows that it has. */
  record LeftBehind(String place, CallId move) implements ItemEvent {}

  /**
   * Whether it can be perceived, and of what it is made, are as told from then on.
   *
   * @param as how it would be born now; null if it is made of what it was. A Founding, since that
   *     is what is sealed for its Account
   */
  record PropertyChanged(
      boolean perceptible,
      Hlc at,
      @JsonInclude(JsonInclude.Include.NON_NULL) Args.@Nullable Founding as)
      implements ItemEvent {
    public PropertyChanged(boolean perceptible, Hlc at) {
      this(perceptible, at, null);
    }
  }

  /** It is animated with that Stream. */
  record Animated(String stream, Hlc at) implements ItemEvent {}

  /** The place where it stands knows how it appears, up to that number. */
  record Shown(String place, long number) implements ItemEvent {}

  /** It is on offer; null: not any more. */
  record Offered(@Nullable Offer offer, Hlc at) implements ItemEvent {}

  /** It is kept for one Transaction. */
  record Reserved(CallId transaction, Args.Reservation terms, long until, Hlc at)
      implements ItemEvent {}

  /**
   * It is not kept any more, and never will be handed over by that Transaction.
   *
   * @param refused why it never was kept for it; null if it was, or if that is not known
   */
  record ReservationEnded(CallId transaction, PaStatus.@Nullable Err refused, Hlc at)
      implements ItemEvent {}

  /** It has another owner: the point of no return of a Transaction. */
  record Transferred(CallId transaction, Args.Reservation terms, String from, Hlc at)
      implements ItemEvent {}

  /** The M-Instance that it has left for has it. */
  record Settled(Hlc at) implements ItemEvent {}

  /** It answered a Process Action. */
  record Answered(Performed performed) implements ItemEvent {}
}
