package org.mmm.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a node answered.
 *
 * @param status the HTTP status
 * @param headers the first value of each header, by name in any case
 * @param body the JSON of the body; a missing node when the body is empty or not JSON
 * @param raw the body as it came
 */
public record ApiAnswer(int status, Map<String, String> headers, JsonNode body, byte[] raw) {
  public ApiAnswer {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = copy;
  }

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The reason given in the body in any of the shapes an error may have, or the status alone. */
  public String reason() {
    JsonNode status = body.path("paStatus");
    String detail = Json.text(status, "detail");
    String code = Json.text(status, "code");
    if (detail != null) {
      return code == null ? detail : code + ": " + detail;
    }
    String plain = Json.text(body, "detail");
    if (plain != null) {
      return plain;
    }
    return code == null ? "HTTP " + this.status : code;
  }

  /** This answer if it is a success, else the failure that says why, led by {@code what}. */
  public ApiAnswer orFail(String what) {
    if (ok()) {
      return this;
    }
    throw new Failure(ExitCode.ofHttp(status), what + ": " + reason());
  }
}
