package org.mmm.figures;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.apache.pekko.actor.typed.ActorRef;
import org.mmm.kernel.CborSerializable;

/** What the nodes say to each other about their live Rooms. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RoomsWord.Which.class, name = "which"),
  @JsonSubTypes.Type(value = RoomsWord.These.class, name = "these")
})
public sealed interface RoomsWord extends CborSerializable {

  /**
   * Which live Rooms have you?
   *
   * @param round of the one that asks; comes back with the answer
   * @param name part of the names of those that are wanted
   * @param atMost how many are told one by one
   */
  record Which(long round, String name, int atMost, ActorRef<RoomsWord> from)
      implements RoomsWord {}

  /**
   * I have these.
   *
   * @param round as it stood in the question
   * @param place of the node that answers, {@code host:port}
   */
  record These(long round, String place, RoomsHere rooms) implements RoomsWord {}
}
