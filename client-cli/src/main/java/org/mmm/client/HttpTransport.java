package org.mmm.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP/1.1 with keep-alive to one node. */
public final class HttpTransport implements Transport {
  /** The longest answer that is read; a longer one is an error, not a full memory. */
  public static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final URI base;
  private final HttpClient http;

  /**
   * @param base scheme, host and port of the node
   */
  public HttpTransport(URI base) {
    this(base, HttpClient.newBuilder());
  }

  HttpTransport(URI base, HttpClient.Builder http) {
    this.base = base;
    this.http = http.version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  }

  @Override
  public ApiAnswer send(ApiRequest request) throws IOException, InterruptedException {
    try {
      return read(http.send(toHttp(request), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new NotSentException("no node answers at " + base, e);
    }
  }

  private HttpRequest toHttp(ApiRequest request) {
    HttpRequest.Builder to =
        HttpRequest.newBuilder(base.resolve(request.path())).timeout(request.timeout());
    request.headers().forEach(to::header);
    JsonNode body = request.body();
    if (body == null) {
      return to.method(request.method(), HttpRequest.BodyPublishers.noBody()).build();
    }
    to.header("Content-Type", "application/json");
    return to.method(request.method(), HttpRequest.BodyPublishers.ofString(Json.write(body)))
        .build();
  }

  private static ApiAnswer read(HttpResponse<InputStream> response) throws IOException {
    byte[] raw;
    try (InputStream in = response.body()) {
      raw = in.readNBytes(MAX_ANSWER_BYTES + 1);
    }
    if (raw.length > MAX_ANSWER_BYTES) {
      throw new IOException("the answer is longer than " + MAX_ANSWER_BYTES + " bytes");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    return new ApiAnswer(response.statusCode(), headers, json(headers, raw), raw);
  }

  private static JsonNode json(Map<String, String> headers, byte[] raw) {
    boolean isJson =
        headers.entrySet().stream()
            .anyMatch(
                header ->
                    header.getKey().equalsIgnoreCase("content-type")
                        && header.getValue().contains("json"));
    if (!isJson || raw.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      JsonNode body = Json.mapper().readTree(raw);
      return body == null ? MissingNode.getInstance() : body;
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }
}
