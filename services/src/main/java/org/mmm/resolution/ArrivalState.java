package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import org.mmm.kernel.CborSerializable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What came from another M-Instance, as long as it may come again.
 *
 * @param arrivals by the IDs of the messages
 * @param nonces of signatures that are not yet too old, and until when
 * @param swept when the old was last forgotten, epoch milliseconds
 */
public record ArrivalState(PMap<String, Arrival> arrivals, PMap<String, Long> nonces, long swept)
    implements CborSerializable {
  /** How long after its time is over a message is remembered: 7 days. */
  public static final Duration KEPT = Duration.ofDays(7);

  private static final long SWEEP_MILLIS = 10_000;

  static final ArrivalState EMPTY = new ArrivalState(HashTreePMap.empty(), HashTreePMap.empty(), 0);

  @JsonCreator
  static ArrivalState of(
      @JsonProperty("arrivals") Map<String, Arrival> arrivals,
      @JsonProperty("nonces") Map<String, Long> nonces,
      @JsonProperty("swept") long swept) {
    return new ArrivalState(HashTreePMap.from(arrivals), HashTreePMap.from(nonces), swept);
  }

  ArrivalState apply(ArrivalEvent event) {
    ArrivalState now = at(event.at().millis());
    if (event instanceof ArrivalEvent.Arrived e) {
      Arrival came = new Arrival(e.digest(), e.expires(), e.answer());
      return now.with(now.arrivals.plus(e.message(), came)).with(e.nonce());
    }
    if (event instanceof ArrivalEvent.CameAgain e) return now.with(e.nonce());
    ArrivalEvent.Answered e = (ArrivalEvent.Answered) event;
    Arrival came = now.arrivals.get(e.message());
    return came == null
        ? now
        : now.with(
            now.arrivals.plus(e.message(), new Arrival(came.digest(), came.expires(), e.answer())));
  }

  static boolean forgotten(long expires, long now) {
    return expires + KEPT.toMillis() < now;
  }

  private ArrivalState with(PMap<String, Arrival> all) {
    return new ArrivalState(all, nonces, swept);
  }

  private ArrivalState with(ArrivalEvent.Nonce nonce) {
    return new ArrivalState(arrivals, nonces.plus(nonce.value(), nonce.until()), swept);
  }

  private ArrivalState at(long now) {
    if (now - swept < SWEEP_MILLIS) return this;
    PMap<String, Arrival> kept = arrivals;
    for (var e : arrivals.entrySet()) {
      if (forgotten(e.getValue().expires(), now)) kept = kept.minus(e.getKey());
    }
    PMap<String, Long> young = nonces;
    for (var e : nonces.entrySet()) if (e.getValue() < now) young = young.minus(e.getKey());
    return new ArrivalState(kept, young, now);
  }
}
