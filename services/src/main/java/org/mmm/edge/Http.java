package org.mmm.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;
import org.mmm.pa.Reason;

/**
 * From HTTP requests to exchanges, from answers to HTTP responses; nothing ends in a stack trace.
 */
final class Http {
  /** What a port takes besides small requests with small answers. */
  interface Streams {
    /** Whether a WebSocket is opened there. */
    boolean isSocket(List<String> segments);

    /** Opens it. */
    CompletionStage<HttpResponse> open(Exchange head);

    /** Lets a large body in; throws a {@link Refusal} if it may not come. */
    CompletionStage<Answer> upload(Exchange head, Supplier<CompletionStage<Answer>> transfer);
  }

  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Http.class);

  private final Router router;
  private final Streams streams;
  private final EdgeSettings settings;
  private final JsonLimits json;
  private final EdgeMeters meters;
  private final RateLimiter byAddress;
  private final Materializer materializer;

  Http(
      Router router,
      Streams streams,
      EdgeSettings settings,
      JsonLimits json,
      EdgeMeters meters,
      Materializer materializer) {
    this.router = router;
    this.streams = streams;
    this.settings = settings;
    this.json = json;
    this.meters = meters;
    this.materializer = materializer;
    this.byAddress =
        new RateLimiter(
            settings.addressRate(),
            (double) settings.addressRate() * settings.burst(),
            settings.callersRemembered());
  }

  CompletionStage<HttpResponse> handle(HttpRequest request) {
    String remote = remote(request);
    CompletionStage<HttpResponse> response;
    try {
      limit(remote);
      List<String> segments = segments(request);
      if (streams.isSocket(segments)) {
        var head = new Exchange(request, Map.of(), remote, new byte[0], json);
        return streams.open(head).exceptionally(failure -> response(refusal(failure)));
      }
      Router.Match match = router.find(request.method().name(), segments);
      checkType(request, match);
      response =
          (match.endpoint().takesBytes()
                  ? streams.upload(
                      exchange(request, match, remote, new byte[0]),
                      () -> answer(request, match, remote))
                  : answer(request, match, remote))
              .thenApply(Http::response);
    } catch (RuntimeException e) {
      request.discardEntityBytes(materializer);
      response = CompletableFuture.failedFuture(e);
    }
    return response.exceptionally(failure -> response(refusal(failure)));
  }

  private CompletionStage<Answer> answer(HttpRequest request, Router.Match match, String remote) {
    boolean bytes = match.endpoint().takesBytes();
    int atMost = bytes ? settings.dataAtMost() : settings.bodyAtMost();
    Duration within = bytes ? settings.dataWithin() : settings.bodyWithin();
    return body(request, atMost, within)
        .thenCompose(
            body -> match.endpoint().handler().handle(exchange(request, match, remote, body)));
  }

  private Exchange exchange(HttpRequest request, Router.Match match, String remote, byte[] body) {
    return new Exchange(request, match.path(), remote, body, json);
  }

  private void limit(String remote) {
    long wait = byAddress.take(remote, System.nanoTime());
    if (wait > 0) {
      throw new Refusal(
          "rate",
          Answer.tooOften("this address asks too often; come again in " + wait + " s", wait));
    }
  }

  private static List<String> segments(HttpRequest request) {
    List<String> segments = new ArrayList<>();
    try {
      request.getUri().pathSegments().forEach(segments::add);
    } catch (RuntimeException garbled) {
      throw Refusal.syntax("the path cannot be decoded");
    }
    return segments.isEmpty() ? List.of("") : segments;
  }

  private static void checkType(HttpRequest request, Router.Match match) {
    var type = request.entity().getContentType().mediaType();
    boolean said = !request.entity().isKnownEmpty() && !type.toString().equals("none/none");
    boolean wanted = !match.endpoint().doc().body().isEmpty() && !match.endpoint().takesBytes();
    if (wanted && said && !(type.subType().endsWith("json"))) {
      throw Refusal.syntax("the body must be application/json, was " + type);
    }
  }

  private CompletionStage<byte[]> body(HttpRequest request, int atMost, Duration within) {
    var length = request.entity().getContentLengthOption();
    if (length.isPresent() && length.getAsLong() > atMost) throw tooLarge(atMost);
    return request
        .entity()
        .withSizeLimit(atMost)
        .toStrict(within.toMillis(), materializer)
        .thenApply(strict -> strict.getData().toArray());
  }

  private static Refusal tooLarge(long atMost) {
    return new Refusal(
        "size",
        Answer.error(
            413, Reason.FAULTY_PA.wireName(), "a body has at most " + atMost + " bytes here"));
  }

  private Answer refusal(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    Refusal refusal;
    if (cause instanceof Refusal known) refusal = known;
    else if (cause instanceof EntityStreamSizeException e) refusal = tooLarge(e.limit());
    else if (cause instanceof java.util.concurrent.TimeoutException) {
      refusal = Refusal.syntax("the body took longer than its time to arrive");
    } else {
      LOG.error("a request failed", cause);
      refusal =
          new Refusal(
              "failure",
              Answer.error(
                  500, Reason.UNKNOWN.wireName(), "the node made a mistake; it is in its log"));
    }
    meters.refused(refusal.kind());
    return refusal.answer();
  }

  private static HttpResponse response(Answer answer) {
    HttpResponse response = HttpResponse.create().withStatus(answer.status());
    HttpEntity.Strict entity =
        HttpEntities.create(
            ContentTypes.parse(answer.type()), ByteString.fromArrayUnsafe(answer.body()));
    if (answer.status() != 204 && answer.status() != 304) response = response.withEntity(entity);
    List<HttpHeader> headers = new ArrayList<>();
    headers.add(RawHeader.create("X-Content-Type-Options", "nosniff"));
    if (!answer.headers().containsKey("Cache-Control")) {
      headers.add(RawHeader.create("Cache-Control", "no-store"));
    }
    answer.headers().forEach((name, value) -> headers.add(RawHeader.create(name, value)));
    return response.addHeaders(headers);
  }

  private static String remote(HttpRequest request) {
    return request
        .getAttribute(AttributeKeys.remoteAddress)
        .flatMap(org.apache.pekko.http.javadsl.model.RemoteAddress::getAddress)
        .map(java.net.InetAddress::getHostAddress)
        .orElse("unknown");
  }
}
