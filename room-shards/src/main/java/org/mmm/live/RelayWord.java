package org.mmm.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.CborSerializable;

/** What a live Room says to a relay, or to who asks it for a seat. Any of it may be lost. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "word")
@JsonSubTypes({
  @Type(value = RelayWord.Greeting.class, name = "greeting"),
  @Type(value = RelayWord.NoRoom.class, name = "no-room"),
  @Type(value = RelayWord.Seated.class, name = "seated"),
  @Type(value = RelayWord.Collect.class, name = "collect"),
  @Type(value = RelayWord.Frames.class, name = "frames")
})
sealed interface RelayWord extends RelayMessage, CborSerializable {
  /**
   * It is here.
   *
   * @param room speak to it
   * @param incarnation changes whenever it begins anew
   * @param rate its ticks per second
   * @param sent how many {@link Frames} it has sent to who is greeted
   */
  record Greeting(ActorRef<RoomWord> room, long incarnation, int rate, long sent)
      implements RelayWord {}

  /** There is no such Room. */
  record NoRoom() implements RelayWord {}

  /** Where that Persona sits; null if it does not. */
  record Seated(String persona, @Nullable Seat seat) implements RelayWord {}

  /**
   * It is about to tick: the relay says now what those want who watch by it.
   *
   * @param tick to which the answer belongs
   */
  record Collect(long tick) implements RelayWord {}

  /**
   * What is told at one tick to those who watch by one relay.
   *
   * @param incarnation of the Room
   * @param number counts what is sent to this relay, from 1
   * @param key for those who need a key frame, if the relay asked for one
   * @param parts the frames for all others
   * @param ended those whose Persona is not seated here any more
   */
  record Frames(long incarnation, long number, byte @Nullable [] key, List<Part> parts, int[] ended)
      implements RelayWord {}

  /**
   * One frame.
   *
   * @param viewers for whom it is, by the relay's numbers; none: for all
   */
  record Part(byte[] frame, int[] viewers) {}
}
