package org.mmm.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.SignatureTerms;
import org.mmm.ipp.Terms;

/** A request of a peer, to be made wrong before it is sent. May be sent several times. */
public final class PeerRequest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final int ANSWER_AT_MOST = 1 << 20;

  private final FaultyPeer peer;
  private final HttpClient http;
  private URI resolution;
  private String pathId;
  private ObjectNode body;
  private String destination;
  private String version = Terms.VERSION;
  private List<String> components = Terms.OF_REQUEST;
  private String nonce;
  private String tag = Terms.REQUEST;
  private long created = Instant.now().getEpochSecond();
  private long goodFor = 30;
  private boolean signed = true;
  private @Nullable String digestOf;
  private String authority;
  private int padding;

  PeerRequest(FaultyPeer peer, HttpClient http, String to, String message, ObjectNode body) {
    this.peer = peer;
    this.http = http;
    this.resolution = URI.create("http://" + to + "/mmm/ipp/v1");
    this.pathId = message;
    this.body = body;
    this.destination = to;
    this.authority = to;
    this.nonce = peer.nonce();
  }

  /** It is sent to that Resolution endpoint, and not to where one of this machine would be. */
  public PeerRequest over(URI endpoint) {
    resolution = endpoint;
    return this;
  }

  public PeerRequest body(UnaryOperator<ObjectNode> change) {
    body = change.apply(body.deepCopy());
    return this;
  }

  /** It says another text. */
  public PeerRequest text(String other) {
    return body(
        changed -> {
          JsonNode said = changed.path("With").path(0).path("MessageData").path(0);
          ((ObjectNode) said).put("MessageData", other);
          return changed;
        });
  }

  /** It is not to be begun any more. */
  public PeerRequest withdrawing() {
    return body(
        changed -> {
          changed.put("Withdraws", true).withArray("Critical").add("Withdraws");
          return changed;
        });
  }

  /** It is to be begun after all. */
  public PeerRequest insisting() {
    return body(
        changed -> {
          changed.remove("Withdraws");
          return changed;
        });
  }

  /** One text stands everywhere in the body in place of another. */
  public PeerRequest replaced(String what, String by) {
    return body(
        changed -> {
          try {
            return (ObjectNode) JSON.readTree(changed.toString().replace(what, by));
          } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON any more: " + by, e);
          }
        });
  }

  /** The path says another message ID. */
  public PeerRequest at(String otherId) {
    pathId = otherId;
    return this;
  }

  public PeerRequest unsigned() {
    signed = false;
    return this;
  }

  /** It is signed for another M-Instance. */
  public PeerRequest signedFor(String other) {
    destination = other;
    return this;
  }

  /** It is signed as if it were sent to another host. */
  public PeerRequest signedAt(String other) {
    authority = other;
    return this;
  }

  public PeerRequest version(String other) {
    version = other;
    return this;
  }

  /** The signature does not cover that component. */
  public PeerRequest without(String component) {
    components = components.stream().filter(c -> !c.equals(component)).toList();
    return this;
  }

  public PeerRequest nonce(String same) {
    nonce = same;
    return this;
  }

  public PeerRequest tag(String other) {
    tag = other;
    return this;
  }

  /**
   * @param secondsFromNow when it was signed; negative: before
   * @param lasting seconds for which it is good
   */
  public PeerRequest created(long secondsFromNow, long lasting) {
    created = Instant.now().getEpochSecond() + secondsFromNow;
    goodFor = lasting;
    return this;
  }

  /** The digest is that of another body. */
  public PeerRequest digestOf(String other) {
    digestOf = other;
    return this;
  }

  /** The body is larger by so many bytes. */
  public PeerRequest padded(int bytes) {
    padding = bytes;
    return this;
  }

  /** What is sent: the parts, and the body. */
  HttpParts parts(byte[] bytes) throws SignatureException {
    String digest =
        ContentDigest.of(digestOf == null ? bytes : digestOf.getBytes(StandardCharsets.UTF_8));
    HttpParts parts =
        HttpParts.request(
            "PUT",
            authority,
            path(),
            Map.of(
                "content-type",
                "application/json",
                ContentDigest.FIELD,
                digest,
                Terms.DESTINATION_FIELD,
                destination,
                Terms.VERSION_FIELD,
                version));
    if (!signed) return parts;
    var key = peer.key();
    var terms =
        new SignatureTerms(
            components, created, created + goodFor, nonce, key.published().id(), tag);
    return key.sign(parts, terms);
  }

  byte[] bytes() {
    ObjectNode sent = body.deepCopy();
    if (padding > 0) sent.put("DescrMetadata", "x".repeat(padding));
    return sent.toString().getBytes(StandardCharsets.UTF_8);
  }

  String path() {
    return resolution.getRawPath() + "/" + peer.id() + "/" + pathId;
  }

  /** Sends it, and reads the answer. */
  public PeerAnswer send() throws IOException, InterruptedException {
    byte[] bytes = bytes();
    HttpParts parts;
    try {
      parts = parts(bytes);
    } catch (SignatureException e) {
      throw new IllegalStateException("a request has what is signed", e);
    }
    var request =
        HttpRequest.newBuilder(resolution.resolve(path()))
            .timeout(WITHIN)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
    parts.fields().forEach(request::header);
    HttpResponse<InputStream> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      Map<String, String> fields = new TreeMap<>();
      answer.headers().map().forEach((name, all) -> fields.put(name, String.join(", ", all)));
      return new PeerAnswer(parts, answer.statusCode(), fields, in.readNBytes(ANSWER_AT_MOST));
    }
  }
}
