package org.mmm.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * One HTTP request, found to be for an endpoint.
 *
 * @param request as it came, the body read already
 * @param path what stands in the braces of the endpoint's path
 * @param remote the caller's address
 * @param body the whole body
 * @param json reads JSON within the limits
 */
public record Exchange(
    HttpRequest request, Map<String, String> path, String remote, byte[] body, JsonLimits json) {

  /** What stands in those braces of the path. */
  public String inPath(String name) {
    String value = path.get(name);
    if (value == null) throw new IllegalStateException("the path has no {" + name + "}");
    return value;
  }

  /** That header, if it is there. */
  public Optional<String> header(String name) {
    return request.getHeader(name).map(HttpHeader::value);
  }

  /** That part of the query, if it is there and not empty. */
  public Optional<String> query(String name) {
    return request.getUri().query().get(name).filter(value -> !value.isEmpty());
  }

  /** A whole number in the query. */
  public long query(String name, long otherwise, long least, long most) {
    Optional<String> text = query(name);
    if (text.isEmpty()) return otherwise;
    try {
      long value = Long.parseLong(text.get());
      if (value >= least && value <= most) return value;
    } catch (NumberFormatException notANumber) {
      // refused below, with the same sentence
    }
    throw Refusal.syntax(
        name + " must be a whole number from " + least + " to " + most + ", was " + text.get());
  }

  /** The body, which must be one JSON object. */
  public ObjectNode object() {
    return json.object(body);
  }

  /** How long the caller wants to wait: {@code wait} in whole seconds, at most that long. */
  Duration patience(Duration most) {
    return Duration.ofSeconds(query("wait", 0, 0, most.toSeconds()));
  }
}
