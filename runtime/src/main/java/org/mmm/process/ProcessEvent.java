package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Performed;
import org.mmm.kernel.Args;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Right;

/**
 * Everything that can have happened to a Process. Stored for ever: fields are added, never changed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = ProcessEvent.Founded.class, name = "founded"),
  @Type(value = ProcessEvent.Intent.class, name = "intent"),
  @Type(value = ProcessEvent.RightsChanged.class, name = "rights-changed"),
  @Type(value = ProcessEvent.Answered.class, name = "answered"),
  @Type(value = ProcessEvent.Received.class, name = "received"),
  @Type(value = ProcessEvent.NeverReceived.class, name = "never-received"),
  @Type(value = ProcessEvent.InboxAcknowledged.class, name = "inbox-acknowledged"),
  @Type(value = ProcessEvent.Tried.class, name = "tried"),
  @Type(value = ProcessEvent.SessionBegan.class, name = "session-began"),
  @Type(value = ProcessEvent.SessionEnded.class, name = "session-ended")
})
public sealed interface ProcessEvent extends CborSerializable {
  /** It came into being, for a human or for the M-Instance. */
  record Founded(Args.Founding what, CallId by, Hlc at) implements ProcessEvent {}

  /** What it asked, or how that was answered. */
  record Intent(@JsonProperty("intent") IntentEvent event) implements ProcessEvent {}

  /**
   * Rights were given to it, or taken from it.
   *
   * @param by the Change by which they were
   * @param action that Change
   * @param rights the new Rights, in order
   * @param settling what it has asked with a Right that is now taken, and what must be answered
   *     before the Change is
   */
  record RightsChanged(
      CallId by, ProcessAction action, List<Right> rights, Set<Long> settling, Hlc at)
      implements ProcessEvent {}

  /** It answered a Change. */
  record Answered(Performed performed) implements ProcessEvent {}

  /**
   * A Message or Item was sent to it.
   *
   * @param rights none: what it may do with it follows from this event. Events of earlier versions
   *     name them
   */
  record Received(CallId by, ProcessAction action, Args.Delivery what, List<Right> rights, Hlc at)
      implements ProcessEvent {}

  /** What ran out before it came will not be received any more. */
  record NeverReceived(CallId by, Hlc at) implements ProcessEvent {}

  /** Its Device has all up to that number. */
  record InboxAcknowledged(long upTo) implements ProcessEvent {}

  /** It asked for a dry run, which counts as an Action asked for. */
  record Tried(Hlc at) implements ProcessEvent {}

  record SessionBegan(String tokenId) implements ProcessEvent {}

  record SessionEnded(String tokenId) implements ProcessEvent {}
}
