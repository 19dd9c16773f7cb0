package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mmm.intent.Intents;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.MessageSigner;
import org.mmm.ipp.MessageVerifier;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.Terms;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

/**
 * What this node sends to other M-Instances: signs it, verifies the answer, and waits longer and
 * longer while one does not answer.
 */
public final class PeerLine {
  private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(PeerLine.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final int ANSWER_AT_MOST = 1 << 20;

  /** How a peer has been lately. */
  private static final class Mood {
    int failures;
    long notBefore;
    String last = "";
  }

  private final FederationSettings settings;
  private final Ambient ambient;
  private final OwnKeys keys;
  private final HttpClient http;
  private final PeerDocuments documents;
  private final Map<InstanceId, Mood> moods = new ConcurrentHashMap<>();

  public PeerLine(FederationSettings settings, OwnKeys keys, Ambient ambient) {
    this.settings = settings;
    this.keys = keys;
    this.ambient = ambient;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    documents = new PeerDocuments(http, settings, ambient);
  }

  PeerDocuments documents() {
    return documents;
  }

  /** Whether its pause after failures is over. */
  boolean ready(InstanceId peer) {
    Mood mood = moods.get(peer);
    if (mood == null) return true;
    synchronized (mood) {
      return ambient.nanos() - mood.notBefore >= 0;
    }
  }

  /** Whether it is known where it is reached. */
  boolean known(InstanceId peer) {
    return documents.here(peer).isPresent();
  }

  /** Finds out where it is reached. */
  CompletionStage<InstanceDocument> reach(InstanceId peer) {
    return documents
        .of(peer)
        .whenComplete(
            (document, failure) -> {
              if (failure != null) failed(peer, Failures.line(failure));
            });
  }

  /** It was heard of: whoever speaks can be spoken to. */
  void heardOf(InstanceId peer) {
    moods.remove(peer);
  }

  /** Why it does not answer, and since how many attempts; empty if it does. */
  String trouble(InstanceId peer) {
    Mood mood = moods.get(peer);
    if (mood == null) return "";
    synchronized (mood) {
      return mood.last + " (" + mood.failures + " in a row)";
    }
  }

  /**
   * Sends a message.
   *
   * @param ended gets the answer, if this is the last word about it
   * @return ends when it was answered, or failed and is to be sent again later; never fails
   */
  CompletionStage<?> carry(InstanceId peer, IppRequest request, Consumer<Reply> ended) {
    return documents
        .of(peer)
        .thenCompose(document -> send(peer, document, request, ended))
        .handle(
            (done, failure) -> {
              if (failure != null) failed(peer, Failures.line(failure));
              return done;
            });
  }

  private CompletionStage<Void> send(
      InstanceId peer, InstanceDocument document, IppRequest request, Consumer<Reply> ended) {
    byte[] body = request.json(settings.self(), peer).toString().getBytes(StandardCharsets.UTF_8);
    if (document.messageBytes() > 0 && body.length > document.messageBytes()) {
      String large = peer + " takes messages of " + document.messageBytes() + " bytes at most, ";
      ended.accept(refusal(request.action(), Reason.FAULTY_PA, large + "this has " + body.length));
      return CompletableFuture.completedFuture(null);
    }
    String id = encoded(request.id());
    return exchange(peer, document, "/" + settings.id() + "/" + id, body)
        .thenAccept(answer -> take(peer, request, answer, ended));
  }

  /**
   * Asks a peer once for something that is no Process Action.
   *
   * @param path below its Resolution endpoint, after our ID
   * @return the HTTP status and the JSON that it has signed; fails if it does not answer so
   */
  CompletionStage<Said> ask(InstanceId peer, String path, JsonNode body) {
    return documents
        .of(peer)
        .thenCompose(
            document ->
                exchange(
                    peer,
                    document,
                    "/" + settings.id() + path,
                    body.toString().getBytes(StandardCharsets.UTF_8)))
        .thenApply(answer -> new Said(answer.statusCode(), json(answer.body())));
  }

  /** What a peer has answered, signed by it. */
  record Said(int status, JsonNode body) {}

  static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private CompletionStage<HttpResponse<byte[]>> exchange(
      InstanceId peer, InstanceDocument document, String below, byte[] body) {
    String path = document.resolution().getRawPath() + below;
    HttpParts parts = signed(peer, path, body);
    URI at = URI.create((settings.plain(peer) ? "http://" : "https://") + peer + path);
    HttpRequest.Builder out =
        HttpRequest.newBuilder(at)
            .timeout(settings.requestWithin())
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    parts.fields().forEach(out::header);
    return http.sendAsync(out.build(), head -> new BoundedBody(ANSWER_AT_MOST))
        .orTimeout(settings.requestWithin().toMillis(), TimeUnit.MILLISECONDS)
        .thenCompose(answer -> verified(peer, parts, answer));
  }

  private HttpParts signed(InstanceId peer, String path, byte[] body) {
    HttpParts bare =
        HttpParts.request(
            "PUT",
            peer.name(),
            path,
            Map.of(
                "content-type",
                "application/json",
                ContentDigest.FIELD,
                ContentDigest.of(body),
                Terms.DESTINATION_FIELD,
                peer.name(),
                Terms.VERSION_FIELD,
                Terms.VERSION));
    try {
      return keys.sign(bare, Terms.OF_REQUEST, Terms.REQUEST, ambient);
    } catch (SignatureException e) {
      throw new IllegalStateException("a request has what is signed", e);
    }
  }

  /** Only what the peer has signed for this request is an answer. */
  private CompletionStage<HttpResponse<byte[]>> verified(
      InstanceId peer, HttpParts request, HttpResponse<byte[]> answer) {
    return documents
        .of(peer)
        .thenCompose(
            document ->
                isKnown(document, answer)
                    ? CompletableFuture.completedFuture(document)
                    : documents.anew(peer))
        .thenApply(
            document -> {
              Map<String, String> fields = new java.util.TreeMap<>();
              answer
                  .headers()
                  .map()
                  .forEach((name, all) -> fields.put(name, String.join(", ", all)));
              HttpParts parts = HttpParts.response(answer.statusCode(), fields, request);
              long now = ambient.millis() / 1_000;
              try {
                new MessageVerifier(
                        Terms.OF_ANSWER,
                        Terms.ANSWER,
                        Terms.LONGEST,
                        settings.clockSkew().toSeconds())
                    .verify(
                        parts, id -> document.key(id, now).map(InstanceKey::key).orElse(null), now);
                ContentDigest.check(parts.fields().get(ContentDigest.FIELD), answer.body());
              } catch (SignatureException e) {
                throw new IllegalArgumentException(
                    "HTTP "
                        + answer.statusCode()
                        + " of "
                        + peer
                        + " is not signed as it must be: "
                        + e.getMessage(),
                    e);
              }
              return answer;
            });
  }

  private boolean isKnown(InstanceDocument document, HttpResponse<byte[]> answer) {
    long now = ambient.millis() / 1_000;
    String input = answer.headers().firstValue(MessageSigner.INPUT).orElse("");
    return document.keys().stream()
        .anyMatch(k -> k.validAt(now) && input.contains("\"" + k.id() + "\""));
  }

  private void take(
      InstanceId peer, IppRequest request, HttpResponse<byte[]> answer, Consumer<Reply> ended) {
    JsonNode body = json(answer.body());
    String detail = body.path("paStatus").path("detail").asText();
    switch (answer.statusCode()) {
      case 200 -> {
        Reply reply =
            IppAnswer.read(body, settings.self(), peer, request.id(), request.action().action());
        heardOf(peer);
        ended.accept(reply);
      }
      // What can never be performed, and was not begun: sending it again would change nothing.
      case 400, 409, 413, 422 -> {
        heardOf(peer);
        Reason reason = answer.statusCode() == 409 ? Reason.CLASH : Reason.FAULTY_PA;
        ended.accept(refusal(request.action(), reason, peer + ": " + detail));
      }
      case 404 -> { // what is said to have come is not known there
        heardOf(peer);
        ended.accept(refusal(request.action(), Reason.INC_ID, peer + ": " + detail));
      }
      case 410 -> {
        heardOf(peer);
        ended.accept(refusal(request.action(), Reason.UNKNOWN, peer + ": " + detail));
      }
      default -> failed(peer, "HTTP " + answer.statusCode() + ": " + detail);
    }
  }

  private void failed(InstanceId peer, String why) {
    Mood mood = moods.computeIfAbsent(peer, p -> new Mood());
    synchronized (mood) {
      mood.failures++;
      mood.last = why;
      long pause =
          Math.min(
              settings.retryAtMost().toMillis(),
              FIRST_PAUSE_MILLIS << Math.min(mood.failures - 1, 20));
      long jittered = (long) (pause * (0.5 + ambient.chance() / 2));
      mood.notBefore = ambient.nanos() + TimeUnit.MILLISECONDS.toNanos(jittered);
      if (Integer.bitCount(mood.failures) == 1) { // the 1st, 2nd, 4th, 8th...
        LOG.info("{} does not answer, {} in a row: {}", peer, mood.failures, why);
      }
    }
  }

  private static Reply refusal(ProcessAction action, Reason reason, String detail) {
    return Intents.plain(action, PaStatus.err(reason, detail));
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new IllegalArgumentException("the answer is no JSON", e);
    }
  }
}
