package org.mmm.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.intent.IntentEvent;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;

/** Everything that can happen to a Process's presence. Fields are added, never changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = ActivityEvent.Received.class, name = "received"),
  @Type(value = ActivityEvent.Intended.class, name = "intended"),
  @Type(value = ActivityEvent.Seen.class, name = "seen"),
  @Type(value = ActivityEvent.Left.class, name = "left")
})
public sealed interface ActivityEvent extends CborSerializable {
  /**
   * A Message came from the Process.
   *
   * @param present whether it is present now
   * @param settledBelow what of that subject need not be remembered any longer
   */
  record Received(CallId call, String message, boolean present, long settledBelow, Hlc at)
      implements ActivityEvent {}

  /** Something about an answer that the Service sends. */
  record Intended(IntentEvent intent) implements ActivityEvent {}

  /** The Process, which is present, is in session still. */
  record Seen(Hlc at) implements ActivityEvent {}

  /** The last session of the Process ended long enough ago: it is absent. */
  record Left(Hlc at) implements ActivityEvent {}
}
