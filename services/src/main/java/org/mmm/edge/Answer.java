package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * What is answered to an HTTP request.
 *
 * @param status the HTTP status
 * @param type the media type of the body
 * @param body the body, whole
 * @param headers besides those that every answer has
 */
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
  static final String JSON = "application/json";

  /** Bytes of any kind: what they mean is told by the Item's Qualifier. */
  static final String BYTES = "application/octet-stream";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Any status, with that body. */
  public static Answer json(int status, JsonNode body) {
    return new Answer(status, JSON, body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** 200, with that body. */
  public static Answer ok(JsonNode body) {
    return json(200, body);
  }

  static Answer text(String type, String body) {
    return new Answer(200, type, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** 204. */
  public static Answer nothing() {
    return new Answer(204, JSON, new byte[0], Map.of());
  }

  /** The one shape of everything that is refused. */
  static Answer error(int status, String code, String detail) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("paStatus").put("code", code).put("detail", detail);
    return json(status, body);
  }

  /** Refused for that reason. */
  public static Answer error(Reason reason, String detail) {
    Answer answer = error(HttpStatus.of(reason), reason.wireName(), detail);
    return reason == Reason.UNABLE ? answer.with("Retry-After", "1") : answer;
  }

  static Answer refused(PaStatus.Err status) {
    return error(status.reason(), status.detail());
  }

  static Answer unreadable(String detail) {
    return error(400, Reason.FAULTY_PA.wireName(), detail);
  }

  static Answer unauthenticated(String detail) {
    return error(401, "Unauthenticated", detail).with("WWW-Authenticate", "Bearer");
  }

  /**
   * @param seconds when to try again
   */
  static Answer tooOften(String detail, long seconds) {
    return error(429, Reason.UNABLE.wireName(), detail)
        .with("Retry-After", Long.toString(Math.max(1, seconds)));
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }
}
