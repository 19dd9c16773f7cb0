package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.AttributeKeys;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.http.javadsl.model.ws.TextMessage;
import org.apache.pekko.http.javadsl.model.ws.WebSocketUpgrade;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;

/**
 * The messages of one Process over a WebSocket: each goes out as {@code {"seq":n,"message":{...}}}
 * and stays in the inbox until the client sends {@code {"ack":n}}; a new connection goes on after
 * the number that it names. One page is asked for at a time, so a slow client slows nobody else.
 */
final class MessageSocket {
  static final String PROTOCOL = "mmm.v1";
  private static final String BEARER_PROTOCOL = "bearer.";

  /** How long one question for more may wait at the Process. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** How long after a refusal it is asked again. */
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

  /** The longest frame that a client may send, in characters. */
  private static final int FRAME_AT_MOST = 1_024;

  private final Gateway gateway;
  private final Callers callers;
  private final Sessions sessions;
  private final EdgeSettings settings;
  private final JsonLimits json;
  private final Materializer materializer;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger framesWaiting = new AtomicInteger();

  MessageSocket(
      Gateway gateway,
      Callers callers,
      Sessions sessions,
      EdgeSettings settings,
      JsonLimits json,
      Materializer materializer) {
    this.gateway = gateway;
    this.callers = callers;
    this.sessions = sessions;
    this.settings = settings;
    this.json = json;
    this.materializer = materializer;
  }

  int open() {
    return open.get();
  }

  /** Messages that wait in open WebSockets to be sent. */
  int framesWaiting() {
    return framesWaiting.get();
  }

  /** Opens the connection; throws, or fails with, a {@link Refusal} if it may not be. */
  CompletionStage<HttpResponse> open(Exchange in) {
    HttpRequest request = in.request();
    WebSocketUpgrade upgrade =
        request
            .getAttribute(AttributeKeys.webSocketUpgrade)
            .orElseThrow(() -> Refusal.syntax("/ws takes WebSockets alone"));
    checkOrigin(in);
    List<String> protocols = new ArrayList<>();
    upgrade.getRequestedProtocols().forEach(protocols::add);
    Caller caller = callers.of(in.header("Authorization").or(() -> bearer(protocols)));
    String process = in.query("process").orElse("");
    if (!(caller instanceof Caller.OfProcess owner) || !owner.token().process().equals(process)) {
      throw Refusal.rights("the token is not of the process \"" + process + "\" in the query");
    }
    long after = in.query("after", 0, 0, Long.MAX_VALUE);
    if (open.get() >= settings.socketsAtMost()) {
      throw new Refusal("overload", Answer.error(Reason.UNABLE, "too many WebSockets are open"));
    }
    Token token = owner.token();
    return gateway
        .read(Address.process(process), new Query.Profile(token.id()))
        .thenApply(
            response -> {
              if (!(response instanceof Response.View)) {
                throw new Refusal("token", Callback.otherwise(response));
              }
              var flow = flow(token, after);
              return protocols.contains(PROTOCOL)
                  ? upgrade.handleMessagesWith(flow, PROTOCOL)
                  : upgrade.handleMessagesWith(flow);
            });
  }

  private Flow<Message, Message, NotUsed> flow(Token token, long after) {
    Address process = Address.process(token.process());
    Sink<Message, NotUsed> acks =
        Flow.<Message>create()
            .throttle(settings.socketRate(), Duration.ofSeconds(1))
            .mapAsync(1, this::text)
            .mapAsync(1, ack -> gateway.read(process, new Query.InboxAck(ack, token.id())))
            .to(Sink.ignore());
    FramesWaiting waiting = new FramesWaiting(framesWaiting);
    Source<Message, NotUsed> frames =
        Source.unfoldAsync(after, last -> page(process, token, last))
            .mapConcat(
                page -> {
                  waiting.given(page.size());
                  return page;
                })
            .map(
                frame -> {
                  waiting.sent();
                  return TextMessage.create(frame.toString());
                });
    return Flow.fromSinkAndSourceCoupled(acks, frames)
        .watchTermination(
            (begun, done) -> {
              open.incrementAndGet();
              sessions.opened(token.process());
              done.whenComplete(
                  (end, failure) -> {
                    open.decrementAndGet();
                    waiting.close();
                    sessions.closed(token.process());
                  });
              return begun;
            });
  }

  /**
   * The next frames; none if nothing came for a while, in which case it is asked again. So a
   * connection outlives the node that holds its Process: the number of the last frame is here.
   */
  private CompletionStage<Optional<Pair<Long, List<JsonNode>>>> page(
      Address process, Token token, long last) {
    return gateway
        .await(process, new Query.Inbox(last, true, token.id()), PATIENCE)
        .thenCompose(this::orLater)
        .thenApply(
            response -> {
              if (response.isEmpty()) return Optional.of(Pair.create(last, List.of()));
              if (!(response.get() instanceof Response.View view)) return Optional.empty();
              List<JsonNode> frames = new ArrayList<>();
              long next = last;
              for (JsonNode entry : view.body().path("messages")) {
                ObjectNode frame = JsonNodeFactory.instance.objectNode();
                frame.put("seq", entry.path("seq").asLong());
                frame.set("message", entry.path("message"));
                frames.add(frame);
                next = Math.max(next, entry.path("seq").asLong());
              }
              return Optional.of(Pair.create(next, frames));
            });
  }

  /** A refusal for want of room is no end: it counts as nothing having come, after a while. */
  private CompletionStage<Optional<Response>> orLater(Optional<Response> response) {
    boolean unable =
        response.isPresent()
            && response.get() instanceof Response.Refused refused
            && refused.status().reason() == Reason.UNABLE;
    return unable
        ? Patterns.after(
            AFTER_REFUSAL,
            materializer.system(),
            () -> CompletableFuture.completedFuture(Optional.empty()))
        : CompletableFuture.completedFuture(response);
  }

  private CompletionStage<Long> text(Message message) {
    if (!message.isText()) throw new IllegalArgumentException("binary frames mean nothing here");
    return message
        .asTextMessage()
        .getStreamedText()
        .limitWeighted(FRAME_AT_MOST, part -> (long) part.length())
        .runFold("", String::concat, materializer)
        .thenApply(
            text -> {
              JsonNode ack = json.object(text.getBytes(StandardCharsets.UTF_8)).path("ack");
              if (!ack.canConvertToLong() || ack.asLong() < 0) {
                throw new IllegalArgumentException("a frame is {\"ack\": n}");
              }
              return ack.asLong();
            });
  }

  private void checkOrigin(Exchange in) {
    Optional<String> origin = in.header("Origin");
    if (origin.isEmpty() || settings.origins().contains("*")) return;
    String host = in.header("Host").orElse("");
    boolean own = origin.get().equals("http://" + host) || origin.get().equals("https://" + host);
    if (!own && !settings.origins().contains(origin.get())) {
      throw Refusal.rights("pages of " + origin.get() + " may not open a WebSocket here");
    }
  }

  /** Browsers cannot set headers: they name the token as a protocol. */
  private static Optional<String> bearer(List<String> protocols) {
    return protocols.stream()
        .filter(p -> p.startsWith(BEARER_PROTOCOL))
        .findFirst()
        .map(p -> "Bearer " + p.substring(BEARER_PROTOCOL.length()));
  }
}
