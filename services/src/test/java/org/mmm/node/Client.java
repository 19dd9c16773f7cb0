package org.mmm.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Speaks with a node over a socket, as any client does. */
final class Client {
  /** What came back. */
  record Answer(int status, HttpResponse<String> response) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(response.body());
    }

    String code() throws IOException {
      return json().path("paStatus").path("code").asText();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final HttpClient http;
  private final String url;

  Client(String url) {
    this(url, HttpClient.newHttpClient());
  }

  Client(String url, HttpClient http) {
    this.http = http;
    this.url = url;
  }

  HttpClient http() {
    return http;
  }

  Answer get(String path, String token) throws IOException, InterruptedException {
    return send("GET", path, token, "", "");
  }

  /** Asks for a Process Action. */
  Answer act(String path, String token, String key, String body)
      throws IOException, InterruptedException {
    return send("POST", "/api/" + path, token, key, body);
  }

  /** Registers with an invitation code; each code is a key of its own. */
  Answer invited(String path, String code, String body) throws IOException, InterruptedException {
    var request = request("POST", path, "", "register-" + Math.abs(code.hashCode()), body);
    if (!code.isEmpty()) request.header("MMM-Invitation", code);
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response);
  }

  Answer send(String method, String path, String token, String key, String body)
      throws IOException, InterruptedException {
    return send(method, path, token, key, body, Map.of());
  }

  Answer send(
      String method,
      String path,
      String token,
      String key,
      String body,
      Map<String, String> headers)
      throws IOException, InterruptedException {
    var request = request(method, path, token, key, body);
    headers.forEach(request::header);
    var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response);
  }

  private HttpRequest.Builder request(
      String method, String path, String token, String key, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) request.header("Content-Type", "application/json");
    if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
    if (!key.isEmpty()) request.header("Idempotency-Key", key);
    return request;
  }
}
