package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.CallId;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The latest deliveries to a Process, so that none is received twice, and none is after it was said
 * that it never will be.
 */
public final class Deliveries {
  /**
   * How many are remembered: more than can be in flight from all who may send within the horizon.
   */
  static final int AT_MOST = 2_000;

  /**
   * A delivery.
   *
   * @param received false: it came too late, and never will be received
   */
  public record Delivery(CallId by, boolean received) {}

  private static final Deliveries NONE = new Deliveries(HashTreePMap.empty(), TreePVector.empty());

  private final PMap<CallId, Delivery> byCall;
  private final PVector<CallId> order;

  private Deliveries(PMap<CallId, Delivery> byCall, PVector<CallId> order) {
    this.byCall = byCall;
    this.order = order;
  }

  static Deliveries none() {
    return NONE;
  }

  @JsonCreator
  static Deliveries of(List<Delivery> all) {
    Deliveries deliveries = NONE;
    for (Delivery d : all) deliveries = deliveries.with(d);
    return deliveries;
  }

  @JsonValue
  List<Delivery> all() {
    return order.stream().map(byCall::get).toList();
  }

  Optional<Delivery> find(CallId by) {
    return Optional.ofNullable(byCall.get(by));
  }

  /** With one more; what is known of a call already stands. */
  Deliveries with(Delivery delivery) {
    if (byCall.containsKey(delivery.by())) return this;
    PMap<CallId, Delivery> map = byCall.plus(delivery.by(), delivery);
    PVector<CallId> list = order.plus(delivery.by());
    return list.size() <= AT_MOST
        ? new Deliveries(map, list)
        : new Deliveries(map.minus(list.get(0)), list.minus(0));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Deliveries d && d.byCall.equals(byCall);
  }

  @Override
  public int hashCode() {
    return byCall.hashCode();
  }
}
