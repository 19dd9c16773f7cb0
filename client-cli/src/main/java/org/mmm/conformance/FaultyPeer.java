package org.mmm.conformance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mmm.ipp.Capabilities;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.SigningKey;
import org.mmm.ipp.Terms;

/** An M-Instance that holds to the protocol exactly as far as is wanted of it. */
public final class FaultyPeer implements AutoCloseable {
  /** Who asks for it: a Process that is there in name only. */
  public static final String PROCESS = "Mallory";

  private static final String MESSAGES = "/mmm/ipp/v1";
  private static final int THREADS = 32;
  private static final int NONCE_BYTES = 16;
  private static final long VALID_SECONDS = 86_400;
  private static final Duration LIFETIME = Duration.ofSeconds(60);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final SecureRandom random = new SecureRandom();
  private final List<InstanceKey> published = new CopyOnWriteArrayList<>();
  private final AtomicInteger fetched = new AtomicInteger();
  private final String id;
  private volatile SigningKey key = fresh();
  private volatile UnaryOperator<ObjectNode> document = doc -> doc;
  private volatile int documentStatus = 200;
  private volatile HttpHandler messages = HttpExchange::close;

  /** Publishes itself at a free port of this machine. */
  public FaultyPeer() {
    this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null);
  }

  /**
   * Publishes itself.
   *
   * @param listen where, over HTTP
   * @param id the name by which others reach that, over HTTPS if it is not on this machine; null:
   *     the address itself
   * @throws IllegalStateException if it cannot listen there
   */
  public FaultyPeer(InetSocketAddress listen, @Nullable InstanceId id) {
    try {
      server = HttpServer.create(listen, 0);
    } catch (IOException e) {
      throw new IllegalStateException("cannot listen at " + listen + ": " + e.getMessage(), e);
    }
    this.id =
        id == null
            ? new InstanceId("127.0.0.1:" + server.getAddress().getPort()).name()
            : id.name();
    published.add(key.published());
    server.createContext(InstanceDocument.PATH, this::document);
    server.createContext("/other", exchange -> answer(exchange, 200, json()));
    server.createContext(MESSAGES, exchange -> messages.handle(exchange));
    server.setExecutor(threads);
    server.start();
  }

  public String id() {
    return id;
  }

  /** How often its document was fetched. */
  public int fetched() {
    return fetched.get();
  }

  /** From now on it answers so what is asked of it. */
  public void answersMessages(HttpHandler handler) {
    messages = handler;
  }

  /** From now on it publishes something else of itself. */
  public void publishes(UnaryOperator<ObjectNode> changed) {
    document = changed;
  }

  /** From now on its document is answered with that status; 3xx leads to where it is. */
  public void answersDocumentWith(int status) {
    documentStatus = status;
  }

  /** From now on it signs with a key of its own that it has not published. */
  public void signsWithOtherKey() {
    key = key(key.published().id());
  }

  /** From now on it signs with a new key, and publishes it beside the old one. */
  public void rotates() {
    key = fresh();
    published.add(key.published());
  }

  /** With which key it signs. */
  public SigningKey key() {
    return key;
  }

  /** From now on it signs with that one. */
  public void signsWith(SigningKey other) {
    key = other;
  }

  /** A Message of a Process of this peer, as it should be, that runs out after a minute. */
  public PeerRequest saying(String to, String message, String receiver, String text) {
    return saying(to, message, receiver, text, Instant.now().plus(LIFETIME));
  }

  /**
   * A Message of a Process of this peer, as it should be.
   *
   * @param to ID of the M-Instance that is asked
   * @param message ID of the IPP Message
   * @param receiver a Process there
   * @param expires when it runs out
   */
  public PeerRequest saying(
      String to, String message, String receiver, String text, Instant expires) {
    String self = PROCESS + "@" + id;
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("Header", "MMM-IPM-V2.2");
    body.put("MInstanceID", id).put("IPPMessageID", message);
    body.put("IPPMessageTime", Instant.now().toString());
    body.putArray("ProcessID").addObject().put("SourceProcessID", self);
    ObjectNode action =
        body.putArray("PAIDOrPA")
            .addObject()
            .putObject("ProcessAction")
            .put("Header", "MMM-PAC-V2.2");
    action.put("SourceProcessID", self).put("Action", "MM-Send");
    var slots = action.putArray("RQ-Complements");
    slots.addObject().put("Nil", "Message-" + message + "@" + id);
    slots.addObject().put("To", receiver + "@" + to);
    body.put("ResolutionServiceID", "RVSrvc@" + to);
    body.put("Edition", "v2.2").put("ExpiryTime", expires.toString());
    ObjectNode said = body.putArray("With").addObject().put("Header", "MMM-MSG-V2.2");
    said.putArray("MessageData").addObject().put("MessageData", text);
    body.putArray("Critical").add("Edition").add("ExpiryTime").add("With");
    return new PeerRequest(this, http, to, message, body);
  }

  /** A nonce that was not used before. */
  public String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void document(HttpExchange exchange) throws IOException {
    fetched.incrementAndGet();
    if (documentStatus / 100 == 3) exchange.getResponseHeaders().add("Location", "/other");
    answer(exchange, documentStatus, document.apply(json()));
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode json)
      throws IOException {
    try (exchange) {
      byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private ObjectNode json() {
    boolean plain = new InstanceId(id).isLoopback();
    return new InstanceDocument(
            new InstanceId(id),
            List.of(Terms.VERSION),
            List.of("v2.2"),
            Capabilities.here(),
            URI.create((plain ? "http://" : "https://") + id + MESSAGES),
            published,
            65_536,
            now())
        .json();
  }

  /** Of a name that it never had before: others remember keys by their names. */
  private SigningKey fresh() {
    return key("key-" + nonce());
  }

  private static SigningKey key(String name) {
    return SigningKey.made(name, now() - 60, now() + VALID_SECONDS);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
