package org.mmm.figures;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.apache.pekko.actor.typed.ActorRef;
import org.mmm.kernel.CborSerializable;

/** What the nodes say to each other about their figures. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FiguresWord.HowAreYou.class, name = "how-are-you"),
  @JsonSubTypes.Type(value = FiguresWord.IAm.class, name = "i-am")
})
public sealed interface FiguresWord extends CborSerializable {

  /**
   * Tell me your figures.
   *
   * @param round of the one that asks; comes back with the answer
   */
  record HowAreYou(long round, ActorRef<FiguresWord> from) implements FiguresWord {}

  /**
   * My figures.
   *
   * @param round as it stood in the question
   */
  record IAm(long round, Figures figures) implements FiguresWord {}
}
