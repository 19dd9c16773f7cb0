package org.mmm.faults;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What somebody of the workload asks for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
@JsonSubTypes({
  @Type(value = Deed.Move.class, name = "move"),
  @Type(value = Deed.Offer.class, name = "offer"),
  @Type(value = Deed.Take.class, name = "take"),
  @Type(value = Deed.Allow.class, name = "allow"),
  @Type(value = Deed.Send.class, name = "send"),
  @Type(value = Deed.Look.class, name = "look")
})
sealed interface Deed {
  /** MM-Embed of an Item at a place. */
  record Move(String item, String to) implements Deed {}

  /** Post: the owner gives an Item away to that User. */
  record Offer(String item, String buyer) implements Deed {}

  /** Transact: the buyer takes what that seller gives away. */
  record Take(String item, String seller) implements Deed {}

  /** The owner of a place says that the holder may, or may not, embed an Item there. */
  record Allow(String holder, String item, String place, boolean may) implements Deed {}

  /** MM-Send of a Message with a name that nobody else has. */
  record Send(String message, String receiver) implements Deed {}

  /** Reads who owns an Item, and where it is. */
  record Look(String item) implements Deed {}

  /** The Item whose owner, place or Right it is about; empty for a Message. */
  default String subject() {
    if (this instanceof Move d) return d.item();
    if (this instanceof Offer d) return d.item();
    if (this instanceof Take d) return d.item();
    if (this instanceof Allow d) return d.item();
    if (this instanceof Look d) return d.item();
    return "";
  }
}
