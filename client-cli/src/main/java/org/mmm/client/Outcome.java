package org.mmm.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a Process Action ended.
 *
 * @param reason empty when acknowledged, else the standard's name of the refusal, such as InsRights
 * @param detail one sentence for a person, or empty
 * @param http the HTTP status that carried it
 * @param serverTime the node's Date header, or null
 * @param body the whole answer
 * @param tokens of the Processes that came into being
 */
public record Outcome(
    String reason,
    String detail,
    int http,
    @Nullable String serverTime,
    JsonNode body,
    Map<String, String> tokens) {

  public boolean acknowledged() {
    return reason.isEmpty();
  }

  public ExitCode exit() {
    return ExitCode.ofHttp(http);
  }

  public Optional<String> processActionId() {
    return Optional.ofNullable(Json.text(body, "processActionID"));
  }

  /** The Item yielded first: its ID in the answer's Nil. */
  public Optional<String> nil() {
    return Optional.ofNullable(Json.text(body.path("complements"), "Nil"));
  }

  public List<JsonNode> with() {
    return Json.list(body.path("complements"), "With");
  }

  /** One entry per entity that decided: {@code entity, decision, sentence}. */
  public List<JsonNode> derivation() {
    return Json.list(body, "derivation");
  }

  /** Reads an answer of the MMM-API. */
  public static Outcome of(ApiAnswer answer) {
    JsonNode status = answer.body().path("paStatus");
    String code = Json.text(status, "code", answer.ok() ? "Ack" : fallback(answer.status()));
    String detail = Json.text(status, "detail", answer.ok() ? "" : answer.reason());
    return new Outcome(
        code.equals("Ack") ? "" : code,
        detail,
        answer.status(),
        answer.header("Date"),
        answer.body(),
        tokens(answer.header("MMM-Tokens")));
  }

  /** {@code P=t,P2=t2}; neither part holds a comma, and a ProcessID no equals sign. */
  private static Map<String, String> tokens(@Nullable String header) {
    Map<String, String> tokens = new LinkedHashMap<>();
    if (header == null || header.isBlank()) {
      return tokens;
    }
    for (String pair : header.split(",", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        tokens.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
      }
    }
    return tokens;
  }

  /** What to call a refusal whose body says nothing: someone between us and the node wrote it. */
  private static String fallback(int status) {
    return switch (status) {
      case 401 -> "Unauthenticated";
      case 403 -> "InsRights";
      case 404 -> "IncID";
      case 409 -> "Clash";
      case 429, 502, 503 -> "Unable";
      case 504 -> "Unknown";
      default -> "FaultyPA";
    };
  }
}
