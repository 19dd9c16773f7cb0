package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.ipp.Capabilities;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.SigningKey;
import org.mmm.ipp.Terms;

@DisplayName("mmm conformance peer")
class ConformancePeerTest {
  private static final long NOW = Instant.now().getEpochSecond();

  @TempDir private Path directory;
  private final SigningKey key = SigningKey.made("key-1", NOW - 60, NOW + 3_600);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server = server();
  private int status = 200;

  /** So many Messages are refused at first. */
  private int pending;

  private boolean signs = true;

  @BeforeEach
  void start() {
    server.createContext(InstanceDocument.PATH, this::document);
    server.createContext("/mmm/ipp/v1", this::message);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  @DisplayName("finds out one that believes everything")
  void lax() throws IOException {
    Mmm.Ended ended = mmm("-o", "json");
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    List<String> kept = new ArrayList<>();
    for (var rule : new ObjectMapper().readTree(ended.out()).path("rules")) {
      if (rule.path("verdict").asText().equals("holds")) kept.add(rule.path("rule").asText());
    }
    assertThat(kept)
        .as("what it does by believing everything")
        .containsExactlyInAnyOrder(
            "takes a Message, and signs its answer for that very request",
            "answers the same when the same comes again",
            "says what became of what is withdrawn too late",
            "answers others while 20 requests come slowly",
            "answers others after 20 requests ended in the middle");
  }

  @Test
  @DisplayName("finds out one that signs nothing")
  void unsigned() {
    signs = false;
    Mmm.Ended ended = mmm();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("the answer is not signed as it must be: the field signature-input is missing");
  }

  @Test
  @DisplayName("says whom to ask if it is not allowed there")
  void notAllowed() {
    status = 403;
    Mmm.Ended ended = mmm();
    assertThat(ended.code()).isEqualTo(5);
    assertThat(ended.err()).contains("let it be allowed there: mmm peer allow 127.0.0.1:");
  }

  @Test
  @DisplayName("waits until it is allowed there, if it is told to")
  void waits() {
    pending = 2;
    Mmm.Ended ended = mmm("--wait", "20s");
    assertThat(ended.err()).contains("waits to be allowed: mmm peer allow 127.0.0.1:");
    assertThat(ended.out()).contains("takes a Message, and signs its answer");
  }

  @Test
  @DisplayName("says what is wrong with how it is asked, and with what is no M-Instance")
  void wrongUse() {
    Mmm mmm = new Mmm(directory);
    var noUrl = mmm.run("conformance", "peer", "meet.example", "--to", "Bob");
    assertThat(noUrl.code()).isEqualTo(2);
    assertThat(noUrl.err()).contains("must be http(s)://HOST", "meet.example");
    var noScheme = mmm.run("conformance", "peer", "127.0.0.1:7272", "--to", "Bob");
    assertThat(noScheme.err()).contains("must be http(s)://HOST", "127.0.0.1:7272");
    assertThat(mmm("--flood", "1000000").err()).contains("1 to 100000", "1000000");
    assertThat(mmm("--id", "me.example").err()).contains("--id needs --listen");
    assertThat(mmm("--listen", "here").err()).contains("ADDRESS:PORT", "here");
    String url = "http://localhost:" + server.getAddress().getPort();
    var other = mmm.run("conformance", "peer", url, "--to", "Bob");
    assertThat(other.err()).contains("publishes no M-Instance", "says that it is 127.0.0.1");
  }

  private Mmm.Ended mmm(String... more) {
    List<String> all = new ArrayList<>(List.of("conformance", "peer", "http://" + id()));
    all.addAll(List.of("--to", "Bob"));
    all.addAll(List.of(more));
    return new Mmm(directory).run(all.toArray(new String[0]));
  }

  private String id() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private void document(HttpExchange exchange) throws IOException {
    String json =
        new InstanceDocument(
                new InstanceId(id()),
                List.of(Terms.VERSION),
                List.of("v2.2"),
                Capabilities.here(),
                URI.create("http://" + id() + "/mmm/ipp/v1"),
                List.of(key.published()),
                65_536,
                Instant.now().getEpochSecond())
            .json()
            .toString();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    answer(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever comes is fine. */
  private void message(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    int status = pending-- > 0 ? 403 : this.status;
    byte[] body = "{\"PAStatus\":[{\"Ack\":\"Ack\"}]}".getBytes(StandardCharsets.UTF_8);
    Map<String, String> asked = new TreeMap<>();
    exchange.getRequestHeaders().forEach((name, all) -> asked.put(name, String.join(", ", all)));
    HttpParts request =
        HttpParts.request("PUT", id(), exchange.getRequestURI().getRawPath(), asked);
    HttpParts response =
        HttpParts.response(status, Map.of(ContentDigest.FIELD, ContentDigest.of(body)), request);
    if (signs && asked.keySet().stream().anyMatch("signature"::equalsIgnoreCase)) {
      try {
        String nonce = UUID.randomUUID().toString();
        var terms =
            Terms.from(
                Instant.now().getEpochSecond(), Terms.OF_ANSWER, Terms.ANSWER, "key-1", nonce);
        response = key.sign(response, terms);
      } catch (org.mmm.ipp.SignatureException e) {
        throw new IllegalStateException(e);
      }
    }
    response.fields().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    answer(exchange, status, body);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
