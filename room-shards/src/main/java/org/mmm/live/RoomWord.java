package org.mmm.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;
import org.mmm.journal.Checkpoints;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Message;

/** What a live Room is told. */
interface RoomWord {
  /** What comes from other nodes too; any of it may be lost. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "word")
  @JsonSubTypes({
    @Type(value = Views.class, name = "views"),
    @Type(value = SeatOf.class, name = "seat-of"),
    @Type(value = LeftOut.class, name = "left-out")
  })
  sealed interface Remote extends RoomWord, CborSerializable {}

  /**
   * What a relay has to say: whenever it is asked for a tick, and when somebody comes or leaves.
   *
   * @param from the relay
   * @param tick for which it was asked; 0 if it was not
   * @param anew whether those who came are all who watch
   * @param came who watches from now on
   * @param gone who does not, by the relay's numbers
   * @param key whether somebody needs a key frame
   * @param wishes how those want to stand who are steered: packed by {@link Wishes}
   */
  record Views(
      ActorRef<RelayWord> from,
      long tick,
      boolean anew,
      List<Viewer> came,
      int[] gone,
      boolean key,
      byte[] wishes)
      implements Remote {}

  /**
   * One who watches.
   *
   * @param number by which the relay knows it
   * @param persona whose seat it watches from; null if it only looks on
   */
  record Viewer(int number, @Nullable String persona) {}

  /** Where does that Persona sit? */
  record SeatOf(String persona, ActorRef<RelayWord> asker) implements Remote {}

  /**
   * Who watches by one relay was too slow for some frames.
   *
   * @param frames that were left out since this was said last
   */
  record LeftOut(int frames) implements Remote {}

  /** A relay, or who asks for a seat, wants to be greeted. */
  record Attended(ActorRef<RelayWord> by) implements RoomWord {}

  /** Those sit here now, as it is written. */
  record Written(Map<String, org.mmm.rooms.Seat> seats) implements RoomWord {}

  /** That was said here. */
  record Spoken(Message.Said what) implements RoomWord {}

  /** It begins, as that incarnation, where things stood so. */
  record Begun(Checkpoints.Begun as) implements RoomWord {}

  /** The store did not say how it begins. */
  record NotBegun(Throwable why) implements RoomWord {}

  /** How things stand is kept, or is not. */
  record Kept(@Nullable Throwable failure) implements RoomWord {}

  /** Its timers. */
  enum Timer implements RoomWord {
    /** Time goes on, as soon as all relays have said what is wanted. */
    TICK,
    /** Time goes on, whoever has not. */
    LATE,
    /** Forget the relays that are not heard of. */
    SWEEP,
    /** Keep how things stand. */
    KEEP,
    /** Ask the store once more how to begin. */
    BEGIN
  }
}
