package org.mmm.intent;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Name;
import org.mmm.kernel.Reply;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;

/** What can have happened to what a subject asks. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "intent")
@JsonSubTypes({
  @Type(value = IntentEvent.Asked.class, name = "asked"),
  @Type(value = IntentEvent.PartAnswered.class, name = "part-answered"),
  @Type(value = IntentEvent.Answered.class, name = "answered"),
  @Type(value = IntentEvent.Refused.class, name = "refused"),
  @Type(value = IntentEvent.Freed.class, name = "freed")
})
public sealed interface IntentEvent {
  long seq();

  Hlc at();

  /**
   * The subject asks.
   *
   * @param key the idempotency key
   * @param digest what was asked, hashed
   * @param grounds the May Rights that fit when it asked
   * @param orderedBy the part of another subject's composite that this is; null if its own
   */
  record Asked(
      long seq,
      String key,
      String digest,
      ProcessAction action,
      Map<String, Name> names,
      List<String> fresh,
      Grounds grounds,
      long notAfter,
      @Nullable Order orderedBy,
      Hlc at)
      implements IntentEvent {}

  /** Another Process told this one to, as a part of its own composite, and is answered. */
  record Order(Address from, CallId part) {}

  /** One part of a composite was acknowledged. */
  record PartAnswered(long seq, Reply reply, Hlc at) implements IntentEvent {}

  /** The whole was answered. */
  record Answered(long seq, Reply reply, Hlc at) implements IntentEvent {}

  /** The subject itself refused: nobody was asked. */
  record Refused(long seq, String key, String digest, ProcessAction action, Reply reply, Hlc at)
      implements IntentEvent {}

  /** It was surely not performed and never will be; the key may be used again. */
  record Freed(long seq, Reply reply, Hlc at) implements IntentEvent {}
}
