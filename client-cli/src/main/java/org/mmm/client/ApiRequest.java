package org.mmm.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, not yet bound to a node.
 *
 * @param path begins with a slash; may carry a query
 * @param timeout how long to wait for the answer of one try
 */
public record ApiRequest(
    String method,
    String path,
    Map<String, String> headers,
    @Nullable JsonNode body,
    Duration timeout) {
  /**
   * Longer than a node tries, which is 12 s unless it is told otherwise, so that its word comes.
   */
  public static final Duration TIMEOUT = Duration.ofSeconds(15);

  public ApiRequest {
    Objects.requireNonNull(method, "method is missing");
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must begin with '/', was " + path);
    }
    headers = Map.copyOf(headers);
  }

  public static ApiRequest get(String path, @Nullable String token) {
    return new ApiRequest("GET", path, bearer(token), null, TIMEOUT);
  }

  public static ApiRequest delete(String path, @Nullable String token) {
    return new ApiRequest("DELETE", path, bearer(token), null, TIMEOUT);
  }

  public static ApiRequest post(String path, @Nullable String token, JsonNode body) {
    return new ApiRequest("POST", path, bearer(token), body, TIMEOUT);
  }

  public ApiRequest with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiRequest(method, path, more, body, timeout);
  }

  public ApiRequest within(Duration longer) {
    return new ApiRequest(method, path, headers, body, longer);
  }

  private static Map<String, String> bearer(@Nullable String token) {
    return token == null ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }
}
