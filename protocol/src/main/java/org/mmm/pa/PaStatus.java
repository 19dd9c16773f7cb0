package org.mmm.pa;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The answer to a Process Action: acknowledged, or refused for one stated reason. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
  @Type(value = PaStatus.Ack.class, name = "Ack"),
  @Type(value = PaStatus.Err.class, name = "Err")
})
public sealed interface PaStatus {
  Ack ACK = new Ack();

  /** Performed. */
  record Ack() implements PaStatus {}

  /**
   * Not performed.
   *
   * @param reason the standard's name of the fault
   * @param detail one sentence for a person: what was asked, what was missing; never parsed
   */
  record Err(Reason reason, String detail) implements PaStatus {}

  static Err err(Reason reason, String detail) {
    return new Err(reason, detail);
  }

  default boolean acknowledged() {
    return this instanceof Ack;
  }
}
