package org.mmm.federation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mmm.ipp.Capabilities;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.HttpParts;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.MessageSigner;
import org.mmm.ipp.SignatureTerms;
import org.mmm.ipp.Terms;

/** An M-Instance that holds to the protocol exactly as far as a test wants it to. */
public final class FakePeer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random = new Random(7);
  private final List<InstanceKey> published = new ArrayList<>();
  private KeyPair keys = keyPair();
  private String keyId = "key-1";
  private volatile UnaryOperator<ObjectNode> document = doc -> doc;
  private volatile int documentStatus = 200;
  private volatile int fetched;
  private volatile HttpHandler messages = exchange -> exchange.close();

  /** Publishes itself at a free port of this machine. */
  public FakePeer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    publish();
    server.createContext(
        InstanceDocument.PATH,
        exchange -> {
          fetched++;
          byte[] body = document.apply(json()).toString().getBytes(StandardCharsets.UTF_8);
          if (documentStatus / 100 == 3) exchange.getResponseHeaders().add("Location", "/other");
          exchange.sendResponseHeaders(documentStatus, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/other",
        exchange -> {
          byte[] body = json().toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext("/mmm/ipp/v1", exchange -> messages.handle(exchange));
    server.setExecutor(threads);
    server.start();
  }

  public String id() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often its document was fetched. */
  public int fetched() {
    return fetched;
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
    keys = keyPair();
  }

  /** From now on it signs with a new key, and publishes it beside the old one. */
  public void rotates() {
    keys = keyPair();
    keyId = "key-2";
    publish();
  }

  private void publish() {
    published.add(new InstanceKey(keyId, keys.getPublic(), now() - 60, now() + 3_600));
  }

  private ObjectNode json() {
    return new InstanceDocument(
            new InstanceId(id()),
            List.of(Terms.VERSION),
            List.of("v2.2"),
            Capabilities.here(),
            URI.create("http://" + id() + "/mmm/ipp/v1"),
            published,
            65_536,
            now())
        .json();
  }

  /** A request, to be made wrong before it is sent. */
  public final class Letter {
    private final String to;
    private String pathId;
    private ObjectNode body;
    private String destination;
    private String version = Terms.VERSION;
    private List<String> components = Terms.OF_REQUEST;
    private String nonce = FakePeer.this.nonce();
    private String tag = Terms.REQUEST;
    private long created = now();
    private long goodFor = 30;
    private boolean signed = true;
    private @Nullable String digestOf;
    private String authority;
    private int padding;

    private Letter(String to, String messageId, ObjectNode body) {
      this.to = to;
      this.pathId = messageId;
      this.body = body;
      this.destination = to;
      this.authority = to;
    }

    public Letter body(UnaryOperator<ObjectNode> change) {
      body = change.apply(body.deepCopy());
      return this;
    }

    public Letter at(String otherId) {
      pathId = otherId;
      return this;
    }

    public Letter unsigned() {
      signed = false;
      return this;
    }

    public Letter signedFor(String authorityOrDestination) {
      destination = authorityOrDestination;
      return this;
    }

    public Letter signedAt(String other) {
      authority = other;
      return this;
    }

    public Letter version(String other) {
      version = other;
      return this;
    }

    public Letter without(String component) {
      components = components.stream().filter(c -> !c.equals(component)).toList();
      return this;
    }

    public Letter nonce(String same) {
      nonce = same;
      return this;
    }

    public Letter tag(String other) {
      tag = other;
      return this;
    }

    public Letter created(long secondsFromNow, long lasting) {
      created = now() + secondsFromNow;
      goodFor = lasting;
      return this;
    }

    public Letter digestOf(String other) {
      digestOf = other;
      return this;
    }

    public Letter padded(int bytes) {
      padding = bytes;
      return this;
    }

    /** Sends it, and reads the answer. */
    public HttpResponse<String> send() throws Exception {
      if (padding > 0) body.put("DescrMetadata", "x".repeat(padding));
      byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
      String path = "/mmm/ipp/v1/" + id() + "/" + pathId;
      String digest =
          ContentDigest.of(digestOf == null ? bytes : digestOf.getBytes(StandardCharsets.UTF_8));
      HttpParts parts =
          HttpParts.request(
              "PUT",
              authority,
              path,
              Map.of(
                  "content-type", "application/json",
                  "content-digest", digest,
                  "mmm-destination", destination,
                  "mmm-version", version));
      if (signed) {
        var terms = new SignatureTerms(components, created, created + goodFor, nonce, keyId, tag);
        parts = MessageSigner.sign(parts, terms, keys.getPrivate());
      }
      var request =
          HttpRequest.newBuilder(URI.create("http://" + to + path))
              .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
      parts.fields().forEach(request::header);
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** A Message of a Process of this peer, as it should be. */
  public Letter saying(String to, String message, String receiver, String text) {
    return saying(to, message, receiver, text, Instant.now().plusSeconds(60));
  }

  public Letter saying(String to, String message, String receiver, String text, Instant expires) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("Header", "MMM-IPM-V2.2");
    body.put("MInstanceID", id()).put("IPPMessageID", message);
    body.put("IPPMessageTime", Instant.now().toString());
    body.putArray("ProcessID").addObject().put("SourceProcessID", "Mallory@" + id());
    ObjectNode action =
        body.putArray("PAIDOrPA")
            .addObject()
            .putObject("ProcessAction")
            .put("Header", "MMM-PAC-V2.2");
    action.put("SourceProcessID", "Mallory@" + id()).put("Action", "MM-Send");
    var slots = action.putArray("RQ-Complements");
    slots.addObject().put("Nil", "Message-" + message + "@" + id());
    slots.addObject().put("To", receiver + "@" + to);
    body.put("ResolutionServiceID", "RVSrvc@" + to);
    body.put("Edition", "v2.2").put("ExpiryTime", expires.toString());
    ObjectNode said = body.putArray("With").addObject().put("Header", "MMM-MSG-V2.2");
    said.putArray("MessageData").addObject().put("MessageData", text);
    body.putArray("Critical").add("Edition").add("ExpiryTime").add("With");
    return new Letter(to, message, body);
  }

  public String nonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static KeyPair keyPair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
