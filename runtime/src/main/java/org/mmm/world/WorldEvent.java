package org.mmm.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;
import org.mmm.pa.PaStatus;

/** Everything that can happen to a world. Stored for ever: fields are added, never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = WorldEvent.Began.class, name = "began"),
  @Type(value = WorldEvent.Applied.class, name = "applied"),
  @Type(value = WorldEvent.Stopped.class, name = "stopped")
})
public sealed interface WorldEvent extends CborSerializable {
  /** That file is the world now, and what is new in it is being applied. */
  record Began(WorldFile file, Hlc at) implements WorldEvent {}

  /**
   * One statement more has come true.
   *
   * @param seq its number
   * @param digest what it said, hashed
   */
  record Applied(long seq, String name, String digest, Hlc at) implements WorldEvent {}

  /** A statement was refused; nothing more is done until the file is submitted again. */
  record Stopped(long seq, String name, PaStatus.Err status, Hlc at) implements WorldEvent {}
}
