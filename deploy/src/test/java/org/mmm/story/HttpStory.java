package org.mmm.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The MMM-API as a stranger calls it: java.net.http and JSON texts. */
final class HttpStory {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> urls;
  private final Map<String, String> tokens = new HashMap<>();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  HttpStory(String url) {
    this(List.of(url));
  }

  /** Asks several nodes of one M-Instance in turn. */
  HttpStory(List<String> urls) {
    this.urls = List.copyOf(urls);
  }

  /** The same people at another node of the same M-Instance. */
  HttpStory at(String other) {
    HttpStory there = new HttpStory(other);
    there.tokens.putAll(tokens);
    return there;
  }

  /** The Processes that have a token. */
  List<String> processes() {
    return List.copyOf(tokens.keySet());
  }

  /** An answer: the status and the body. */
  record Told(int status, JsonNode body, HttpResponse<String> response) {
    String code() {
      return body.path("paStatus").path("code").asText();
    }

    Told is(int expected, String code) {
      assertThat(status + " " + code()).as("%s", body).isEqualTo(expected + " " + code);
      return this;
    }
  }

  Told does(String process, String path, String complements) throws Exception {
    return does(process, path, complements, newKey());
  }

  Told does(String process, String path, String complements, String key) throws Exception {
    return does(process, token(process), path, complements, key);
  }

  Told does(String process, @Nullable String token, String path, String complements, String key)
      throws Exception {
    String body =
        "{\"sourceProcessID\": \"" + process + "\", \"complements\": " + complements + "}";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(next() + "/api/" + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) request.header("Authorization", "Bearer " + token);
    return told(request.build());
  }

  /** Registers a human and remembers the tokens of its Processes. */
  Told registers(String human, String profile) throws Exception {
    Told told =
        does(human, null, "v2.2/identity/register", "{\"With\": [" + profile + "]}", newKey());
    told.response()
        .headers()
        .firstValue("MMM-Tokens")
        .ifPresent(
            all -> {
              for (String pair : all.split(",")) {
                int at = pair.indexOf('=');
                tokens.put(pair.substring(0, at), pair.substring(at + 1));
              }
            });
    return told;
  }

  Told reads(String process, String path) throws Exception {
    return told(
        HttpRequest.newBuilder(URI.create(next() + "/api/v2.2/" + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token(process))
            .build());
  }

  String token(String process) {
    return requireNonNull(tokens.get(process), process + " has no token");
  }

  String newKey() {
    return "story-" + keys.incrementAndGet();
  }

  private String next() {
    return urls.get(asked.getAndIncrement() % urls.size());
  }

  private Told told(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Told(response.statusCode(), JSON.readTree(response.body()), response);
  }
}
