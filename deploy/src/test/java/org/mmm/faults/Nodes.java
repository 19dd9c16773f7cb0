package org.mmm.faults;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The MMM-API of some nodes of one M-Instance: each request goes to one of them. */
final class Nodes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<String> urls;
  private final String operatorToken;
  private volatile Duration patience;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /**
   * @param patience how long one answer is waited for
   */
  Nodes(List<String> urls, String operatorToken, Duration patience) {
    this.urls = List.copyOf(urls);
    this.operatorToken = operatorToken;
    this.patience = patience;
  }

  /** From now on one answer is waited for so long. */
  void patience(Duration other) {
    patience = other;
  }

  /**
   * An answer.
   *
   * @param retryAfter whether it says when to ask again
   */
  record Told(int status, JsonNode body, boolean retryAfter) {
    String code() {
      return body.path("paStatus").path("code").asText();
    }
  }

  /** Gets the token of a Process of the world. */
  void signIn(String process) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("processID", process);
    Told told = send(request(urls.get(0), "/api/token", operatorToken).POST(text(body)).build());
    if (told.status() != 200) throw new IOException("no token for " + process + ": " + told);
    tokens.put(process, told.body().path("token").asText());
  }

  /**
   * Asks one of the nodes once.
   *
   * @throws IOException if no answer came: nobody knows whether it was performed
   */
  Told performs(String who, Deed deed, String key, RandomGenerator random)
      throws IOException, InterruptedException {
    Sentence sentence = Sentence.of(deed);
    ObjectNode body = JSON.createObjectNode().put("sourceProcessID", who);
    body.set("complements", sentence.complements());
    String token = requireNonNull(tokens.get(who), who + " has not signed in");
    return send(
        request(any(random), "/api/" + sentence.path(), token)
            .header("Idempotency-Key", key)
            .POST(text(body))
            .build());
  }

  /** Reads as the operator, from one of the nodes. */
  Told reads(String path, RandomGenerator random) throws IOException, InterruptedException {
    return send(request(any(random), "/api/v2.2/" + path, operatorToken).build());
  }

  private String any(RandomGenerator random) {
    return urls.get(random.nextInt(urls.size()));
  }

  private HttpRequest.Builder request(String url, String path, String token) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher text(ObjectNode body) {
    return HttpRequest.BodyPublishers.ofString(body.toString());
  }

  private Told send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    boolean retryAfter = response.headers().firstValue("Retry-After").isPresent();
    return new Told(response.statusCode(), JSON.readTree(response.body()), retryAfter);
  }
}
