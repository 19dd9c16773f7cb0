package org.mmm.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.mmm.edge.Answer;
import org.mmm.edge.Exchange;
import org.mmm.edge.RateLimiter;
import org.mmm.gateway.Gateway;
import org.mmm.ipp.ContentDigest;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.MessageSigner;
import org.mmm.ipp.MessageVerifier;
import org.mmm.ipp.SignatureException;
import org.mmm.ipp.SignatureTerms;
import org.mmm.ipp.Terms;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.resolution.Resolution;
import org.mmm.resolution.Standing;

/**
 * Lets other M-Instances in. Whatever comes is looked at in this order: whether so much comes from
 * that address that its signatures are not worth looking at, who has signed it, how that one stands
 * here, whether it comes too often, whether too much of it is under way.
 */
final class Gatekeeper {
  static final String UNSIGNED = "Unauthenticated";
  private static final int PEERS_REMEMBERED = 10_000;

  /** Answers who was let in. */
  @FunctionalInterface
  interface Handler {
    CompletionStage<Answer> answer(InstanceId origin, SignatureTerms terms, Incoming in);
  }

  private final FederationSettings settings;
  private final OwnKeys keys;
  private final PeerLine line;
  private final Gateway gateway;
  private final Ambient ambient;

  /** What costs nothing to send must cost little to refuse: a signature costs 0.4 ms to verify. */
  private final RateLimiter unverified;

  private final RateLimiter rate;
  private final Map<String, RateLimiter> limited = new ConcurrentHashMap<>();
  private final Map<InstanceId, AtomicInteger> underWay = new ConcurrentHashMap<>();

  Gatekeeper(
      FederationSettings settings, OwnKeys keys, PeerLine line, Gateway gateway, Ambient ambient) {
    this.settings = settings;
    this.keys = keys;
    this.line = line;
    this.gateway = gateway;
    this.ambient = ambient;
    this.rate = perMinute(settings.perMinute());
    this.unverified = perMinute(2 * settings.perMinute());
  }

  /**
   * Answers what another M-Instance asks, if it may ask: the answer is signed too.
   *
   * @param then answers who is let in
   */
  CompletionStage<Answer> admit(Exchange exchange, Handler then) {
    Incoming in = new Incoming(exchange);
    InstanceId origin;
    try {
      origin = new InstanceId(exchange.inPath("origin"));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(
          Incoming.refused(400, "FaultyPA", String.valueOf(e.getMessage())));
    }
    // Who signs nothing causes no question to anybody.
    if (!in.parts().fields().containsKey(MessageSigner.INPUT)
        || !in.parts().fields().containsKey(MessageSigner.SIGNATURE)) {
      return done(401, UNSIGNED, "signature-input is missing: it bears no signature")
          .thenApply(no -> in.signed(no, keys, ambient));
    }
    // By the address too: who only says that it is that M-Instance does not use up what is its.
    if (unverified.take(exchange.remote() + " " + origin, ambient.nanos()) > 0) {
      return done(429, "Unable", "more comes from there than is looked at");
    }
    return line.documents()
        .of(origin)
        .thenCompose(document -> keyed(origin, document, in))
        .thenCompose(document -> verified(origin, document, in, then))
        .exceptionally(
            failure ->
                Incoming.refused(
                    401,
                    UNSIGNED,
                    "who " + origin + " is could not be found out: " + Failures.line(failure)))
        .thenApply(answer -> in.signed(answer, keys, ambient));
  }

  /** The document in which that key is, fetched anew if it is not in what is remembered. */
  private CompletionStage<InstanceDocument> keyed(
      InstanceId origin, InstanceDocument document, Incoming in) {
    long now = ambient.millis() / 1_000;
    String input = in.parts().fields().getOrDefault(MessageSigner.INPUT, "");
    boolean known =
        document.keys().stream()
            .anyMatch(k -> k.validAt(now) && input.contains("\"" + k.id() + "\""));
    return known ? CompletableFuture.completedFuture(document) : line.documents().anew(origin);
  }

  private CompletionStage<Answer> verified(
      InstanceId origin, InstanceDocument document, Incoming in, Handler then) {
    long now = ambient.millis() / 1_000;
    SignatureTerms terms;
    try {
      long skew = settings.clockSkew().toSeconds();
      terms =
          new MessageVerifier(Terms.OF_REQUEST, Terms.REQUEST, Terms.LONGEST, skew)
              .verify(
                  in.parts(), id -> document.key(id, now).map(InstanceKey::key).orElse(null), now);
      ContentDigest.check(in.parts().fields().get(ContentDigest.FIELD), in.exchange().body());
    } catch (SignatureException e) {
      return done(401, UNSIGNED, String.valueOf(e.getMessage()));
    }
    Map<String, String> fields = in.parts().fields();
    if (!settings.id().equals(fields.get(Terms.DESTINATION_FIELD))
        || !settings.id().equals(in.parts().authority())) {
      return done(401, UNSIGNED, "it is for another M-Instance than " + settings.id());
    }
    if (!Terms.VERSION.equals(fields.get(Terms.VERSION_FIELD))) {
      return done(
          400,
          "FaultyPA",
          "the version must be " + Terms.VERSION + ", was " + fields.get(Terms.VERSION_FIELD));
    }
    line.heardOf(origin);
    return gateway
        .read(Resolution.peers(), new Query.Peer(origin.name()))
        .thenCompose(known -> admitted(origin, known, terms, in, then));
  }

  private CompletionStage<Answer> admitted(
      InstanceId origin, Response known, SignatureTerms terms, Incoming in, Handler then) {
    if (!(known instanceof Response.View view)) return done(503, "Unable", "try again");
    String word = view.body().path("standing").asText();
    if (!Standing.of(word).map(Standing::open).orElse(false)) {
      return done(403, "InsRights", origin + " is " + word + " at " + settings.id());
    }
    long wait = rate(origin, view.body()).take(origin.name(), ambient.nanos());
    if (wait > 0) return done(429, "Unable", origin + " asks too often");
    AtomicInteger count = underWay.computeIfAbsent(origin, o -> new AtomicInteger());
    if (count.incrementAndGet() > settings.inFlightPerPeer()) {
      count.decrementAndGet();
      return done(
          503,
          "Unable",
          settings.inFlightPerPeer() + " Process Actions of " + origin + " are on their way");
    }
    return then.answer(origin, terms, in)
        .whenComplete((answer, failure) -> count.decrementAndGet());
  }

  private RateLimiter rate(InstanceId origin, JsonNode peer) {
    int own = peer.path("perMinute").asInt();
    if (own == 0) return rate;
    return limited.computeIfAbsent(origin + "/" + own, key -> perMinute(own));
  }

  private static RateLimiter perMinute(int times) {
    return new RateLimiter(times / 60.0, Math.max(1, times / 30.0), PEERS_REMEMBERED);
  }

  static CompletionStage<Answer> done(int status, String code, String detail) {
    return CompletableFuture.completedFuture(Incoming.refused(status, code, detail));
  }
}
