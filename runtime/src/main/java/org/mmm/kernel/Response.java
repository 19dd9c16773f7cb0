package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.mmm.pa.PaStatus;

/** What the edge gets back from an entity. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "response")
@JsonSubTypes({
  @Type(value = Response.Performed.class, name = "performed"),
  @Type(value = Response.View.class, name = "view"),
  @Type(value = Response.Found.class, name = "found"),
  @Type(value = Response.Refused.class, name = "refused"),
  @Type(value = Response.BadToken.class, name = "bad-token"),
  @Type(value = Response.Throttled.class, name = "throttled")
})
public sealed interface Response extends CborSerializable {
  /**
   * A Process Action was answered.
   *
   * @param processActionId its ID in the log
   */
  record Performed(String processActionId, Reply reply) implements Response {}

  /** A document, in the form in which the MMM-API gives it. */
  record View(JsonNode body) implements Response {}

  /** What the names asked for were claimed for; a name that is missing names nothing. */
  record Found(Map<String, Name> names) implements Response {}

  /** A query was refused. */
  record Refused(PaStatus.Err status) implements Response {}

  /** The token is not one of this Process's valid ones. */
  record BadToken() implements Response {}

  /**
   * The Process asks too fast, or was refused too often.
   *
   * @param retryAfterMillis when to try again
   */
  record Throttled(long retryAfterMillis, String detail) implements Response {}
}
