package org.mmm.federation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.kernel.Ambient;

/**
 * What other M-Instances publish of themselves, fetched when it is needed and remembered for a
 * while; that one could not be had is remembered for a shorter while.
 */
final class PeerDocuments {
  private static final int BYTES_AT_MOST = 64 << 10;
  private static final int REMEMBERED = 1_000;
  private static final int AT_ONCE = 32;
  private static final Duration FETCH_WITHIN = Duration.ofSeconds(5);
  private static final Duration FAILED_FOR = Duration.ofSeconds(2);

  /** How often a peer's keys are fetched anew because one is not among them. */
  private static final Duration REFETCH_EVERY = Duration.ofMinutes(1);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final class Known {
    final long since;
    final CompletableFuture<InstanceDocument> document = new CompletableFuture<>();

    Known(long since) {
      this.since = since;
    }
  }

  private final HttpClient http;
  private final FederationSettings settings;
  private final PublicAddresses addresses;
  private final Ambient ambient;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Map<InstanceId, Known> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InstanceId, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  PeerDocuments(HttpClient http, FederationSettings settings, Ambient ambient) {
    this.http = http;
    this.settings = settings;
    this.addresses = new PublicAddresses(settings.self().isLoopback(), settings.privateAddresses());
    this.ambient = ambient;
  }

  /** The document, from memory if it is there; fails if it cannot be had. */
  CompletionStage<InstanceDocument> of(InstanceId peer) {
    Known one;
    synchronized (known) {
      Known before = known.get(peer);
      if (before != null && isGood(before)) return before.document;
      one = begin(peer);
    }
    fetch(peer, one);
    return one.document;
  }

  /** The document, if it is in memory and good. */
  Optional<InstanceDocument> here(InstanceId peer) {
    synchronized (known) {
      Known one = known.get(peer);
      return one != null && isGood(one) && done(one)
          ? Optional.of(one.document.join())
          : Optional.empty();
    }
  }

  /** The document as it is now, unless it was fetched less than a minute ago. */
  CompletionStage<InstanceDocument> anew(InstanceId peer) {
    Known one;
    synchronized (known) {
      Known before = known.get(peer);
      if (before != null && age(before).compareTo(REFETCH_EVERY) < 0) return of(peer);
      one = begin(peer);
    }
    fetch(peer, one);
    return one.document;
  }

  /** The document as it is now, whatever is remembered; fails if it cannot be had. */
  CompletionStage<InstanceDocument> now(InstanceId peer) {
    Known one = new Known(ambient.nanos());
    fetch(peer, one);
    return one.document;
  }

  private Known begin(InstanceId peer) {
    Known one = new Known(ambient.nanos());
    known.put(peer, one);
    return one;
  }

  private void fetch(InstanceId peer, Known one) {
    if (underWay.incrementAndGet() > AT_ONCE) {
      underWay.decrementAndGet();
      String busy = AT_ONCE + " documents of M-Instances are being fetched already; try again";
      one.document.completeExceptionally(new IllegalStateException(busy));
      return;
    }
    get(peer)
        .whenComplete(
            (document, failure) -> {
              underWay.decrementAndGet();
              if (document != null) one.document.complete(document);
              else one.document.completeExceptionally(cause(failure));
            });
  }

  private CompletionStage<InstanceDocument> get(InstanceId peer) {
    URI at =
        URI.create((settings.plain(peer) ? "http://" : "https://") + peer + InstanceDocument.PATH);
    return CompletableFuture.runAsync(() -> check(peer))
        .thenCompose(
            fine ->
                http.sendAsync(
                    HttpRequest.newBuilder(at).timeout(FETCH_WITHIN).GET().build(),
                    head -> new BoundedBody(BYTES_AT_MOST)))
        .orTimeout(FETCH_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(answer -> read(answer, peer));
  }

  private void check(InstanceId peer) {
    try {
      addresses.check(peer);
    } catch (IOException e) {
      throw new IllegalArgumentException(peer + " has no address", e);
    }
  }

  private static InstanceDocument read(HttpResponse<byte[]> answer, InstanceId peer) {
    if (answer.statusCode() != 200) {
      throw new IllegalArgumentException(
          peer + " answered HTTP " + answer.statusCode() + " at " + InstanceDocument.PATH);
    }
    try {
      return InstanceDocument.of(JSON.readTree(answer.body()), peer);
    } catch (IOException e) {
      throw new IllegalArgumentException(peer + " publishes no JSON about itself", e);
    }
  }

  private boolean isGood(Known one) {
    if (!one.document.isDone()) return true;
    return age(one).compareTo(done(one) ? settings.documentFor() : FAILED_FOR) < 0;
  }

  private static boolean done(Known one) {
    return one.document.isDone() && !one.document.isCompletedExceptionally();
  }

  private Duration age(Known one) {
    return Duration.ofNanos(ambient.nanos() - one.since);
  }

  private static Throwable cause(@Nullable Throwable failure) {
    if (failure == null) return new IllegalStateException("no document");
    return failure.getCause() == null ? failure : failure.getCause();
  }
}
