package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.mmm.intent.Performed;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Reply;

/** What can have happened in a lane of letters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = LaneEvent.Taken.class, name = "taken"),
  @Type(value = LaneEvent.Left.class, name = "left"),
  @Type(value = LaneEvent.Dropped.class, name = "dropped"),
  @Type(value = LaneEvent.Came.class, name = "came"),
  @Type(value = LaneEvent.Ended.class, name = "ended"),
  @Type(value = LaneEvent.Confirmed.class, name = "confirmed")
})
public sealed interface LaneEvent extends CborSerializable {
  /** A letter is to be sent. */
  record Taken(Letter letter) implements LaneEvent {}

  /** These may have been sent from now on. */
  record Left(List<Long> letters) implements LaneEvent {}

  /** The operator wants that one undone. */
  record Dropped(long letter) implements LaneEvent {}

  /** It was answered so; what comes with the answer has still to get its place here. */
  record Came(long letter, Reply reply) implements LaneEvent {}

  /** The other M-Instance knows that what came is here. */
  record Confirmed(long letter) implements LaneEvent {}

  /**
   * It ended so.
   *
   * @param letter which one; 0 if it was refused before it became one
   */
  record Ended(long letter, Performed performed) implements LaneEvent {}
}
