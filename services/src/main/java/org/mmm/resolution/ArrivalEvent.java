package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;

/** What can have happened to the messages that come from another M-Instance. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = ArrivalEvent.Arrived.class, name = "arrived"),
  @Type(value = ArrivalEvent.CameAgain.class, name = "came-again"),
  @Type(value = ArrivalEvent.Answered.class, name = "answered")
})
public sealed interface ArrivalEvent extends CborSerializable {
  Hlc at();

  /**
   * One of that ID came for the first time.
   *
   * @param nonce of its signature
   * @param answer how it was answered at once; null if it is performed
   */
  record Arrived(
      String message,
      String digest,
      long expires,
      Nonce nonce,
      @org.jspecify.annotations.Nullable JsonNode answer,
      Hlc at)
      implements ArrivalEvent {}

  /** One that is known came again, with a signature of its own. */
  record CameAgain(Nonce nonce, Hlc at) implements ArrivalEvent {}

  /** It was performed, or refused. */
  record Answered(String message, JsonNode answer, Hlc at) implements ArrivalEvent {}

  /**
   * What no two signatures have in common.
   *
   * @param until when no signature with it is taken any more, epoch milliseconds
   */
  record Nonce(String value, long until) {}
}
