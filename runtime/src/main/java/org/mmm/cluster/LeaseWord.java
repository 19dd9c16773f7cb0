package org.mmm.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.apache.pekko.actor.typed.ActorRef;
import org.mmm.kernel.CborSerializable;

/** What the keepers of the nodes' leases tell each other. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LeaseWord.DoYouSeeMe.class, name = "do-you-see-me"),
  @JsonSubTypes.Type(value = LeaseWord.ISeeYou.class, name = "i-see-you")
})
public sealed interface LeaseWord extends CborSerializable {

  /**
   * Do you see me?
   *
   * @param asked when, by the clock of the one that asks, in nanoseconds
   */
  record DoYouSeeMe(long asked, ActorRef<LeaseWord> from) implements LeaseWord {}

  /**
   * I see you, up and reachable.
   *
   * @param asked as it stood in the question
   */
  record ISeeYou(long asked, ActorRef<LeaseWord> from) implements LeaseWord {}
}
