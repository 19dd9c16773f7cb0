package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Name;
import org.mmm.service.ServiceEvent;

/** What can have happened to a session. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = SessionEvent.Opened.class, name = "opened"),
  @Type(value = SessionEvent.Responded.class, name = "responded"),
  @Type(value = SessionEvent.Granted.class, name = "granted"),
  @Type(value = SessionEvent.Said.class, name = "said"),
  @Type(value = SessionEvent.Handed.class, name = "handed"),
  @Type(value = SessionEvent.Told.class, name = "told"),
  @Type(value = SessionEvent.Closed.class, name = "closed"),
  @Type(value = SessionEvent.OfService.class, name = "of-service")
})
public sealed interface SessionEvent extends CborSerializable {
  /**
   * A Process invites others.
   *
   * @param partners whom; each with the Rights Item that it gets when it joins, or none
   * @param names what the names in those were claimed for
   */
  record Opened(
      String initiator,
      String account,
      List<Partner> partners,
      Map<String, Name> names,
      long expires,
      Hlc at)
      implements SessionEvent {}

  /** Who is invited. */
  record Partner(
      String process, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectNode rights) {}

  /** It has joined, or has declined or left. */
  record Responded(String process, boolean joins, Hlc at) implements SessionEvent {}

  /** The initiator has given it the Rights that go with joining; or could not. */
  record Granted(String process, String detail) implements SessionEvent {}

  /**
   * Something is to be told to these, in this order among all that is told in the session.
   *
   * @param content the Item that they get
   */
  record Said(ObjectNode content, List<String> to, Hlc at) implements SessionEvent {}

  /** It is being told that. */
  record Handed(String process, long number, Hlc at) implements SessionEvent {}

  /**
   * It has that, or never will.
   *
   * @param trouble why not; empty if it has
   */
  record Told(String process, long number, String trouble, Hlc at) implements SessionEvent {}

  /** It is over. */
  record Closed(Hlc at) implements SessionEvent {}

  /** As of every Service: what was asked of it, and what it asks. */
  record OfService(ServiceEvent of) implements SessionEvent {}
}
