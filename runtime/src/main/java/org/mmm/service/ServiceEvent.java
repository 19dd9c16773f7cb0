package org.mmm.service;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Performed;
import org.mmm.kernel.CborSerializable;

/** What can have happened to a Service that remembers nothing but what it asked and answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = ServiceEvent.Intent.class, name = "intent"),
  @Type(value = ServiceEvent.Answered.class, name = "answered")
})
public sealed interface ServiceEvent extends CborSerializable {
  /** What it asked in its own name, or how that was answered. */
  record Intent(IntentEvent event) implements ServiceEvent {}

  /** It answered a Process Action. */
  record Answered(Performed performed) implements ServiceEvent {}
}
