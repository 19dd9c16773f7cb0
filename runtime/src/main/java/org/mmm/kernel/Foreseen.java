package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What one part of a composite would bring about that a later part rests on. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "foreseen")
@JsonSubTypes({
  @Type(value = Foreseen.Born.class, name = "born"),
  @Type(value = Foreseen.HandedOver.class, name = "handed-over"),
  @Type(value = Foreseen.Sent.class, name = "sent")
})
public sealed interface Foreseen {
  /** The Item of which it is foreseen. */
  String item();

  /** It would be there, and be that Process's. */
  record Born(String item, String dataType, String owner) implements Foreseen {}

  /** It would be that Process's. */
  record HandedOver(String item, String owner) implements Foreseen {}

  /** That Process would have it, with the Rights that go with it. */
  record Sent(String item, String to) implements Foreseen {}
}
