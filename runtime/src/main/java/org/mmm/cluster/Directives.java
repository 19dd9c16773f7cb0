package org.mmm.cluster;

import java.util.Map;
import java.util.TreeMap;
import org.mmm.kernel.CborSerializable;

/**
 * What the operator wants of the nodes, known to all of them. It lives as long as one node does: a
 * start of all nodes from rest begins with {@link #NONE}.
 *
 * @param drains nodes that give their shards away, by their place {@code host:port}
 * @param pins where shards stay, by {@link #pin} to the place of a node; at most {@link
 *     #PINS_AT_MOST}
 */
public record Directives(Map<String, Drain> drains, Map<String, String> pins)
    implements CborSerializable {
  /** So many shards are pinned at most. */
  public static final int PINS_AT_MOST = 1_000;

  /** Nothing is asked of any node. */
  public static final Directives NONE = new Directives(Map.of(), Map.of());

  /**
   * One node that gives its shards away.
   *
   * @param since when that was asked for, epoch milliseconds
   * @param thenLeave whether it leaves the cluster when it has none
   * @param before shards that it had then, by entity type
   */
  public record Drain(long since, boolean thenLeave, Map<String, Integer> before) {
    public Drain {
      before = Map.copyOf(before);
    }
  }

  public Directives {
    drains = Map.copyOf(drains);
    pins = Map.copyOf(pins);
    if (pins.size() > PINS_AT_MOST) {
      throw new IllegalArgumentException(
          "at most " + PINS_AT_MOST + " shards are pinned, were " + pins.size());
    }
  }

  /** How a pin is named: the entity type and the shard. */
  public static String pin(String type, String shard) {
    return type + "/" + shard;
  }

  /** Whether that node gives its shards away. */
  public boolean draining(String place) {
    return drains.containsKey(place);
  }

  /** Pins of that entity type alone: places by shard. */
  public Map<String, String> pinsOf(String type) {
    Map<String, String> of = new TreeMap<>();
    String begin = type + "/";
    pins.forEach(
        (pin, place) -> {
          if (pin.startsWith(begin)) of.put(pin.substring(begin.length()), place);
        });
    return of;
  }

  /** With that node draining; what was pinned to it is free to go. */
  Directives with(String place, Drain drain) {
    Map<String, Drain> more = new TreeMap<>(drains);
    more.put(place, drain);
    Map<String, String> kept = new TreeMap<>(pins);
    kept.values().removeIf(place::equals);
    return new Directives(more, kept);
  }

  Directives undrained(String place) {
    Map<String, Drain> fewer = new TreeMap<>(drains);
    fewer.remove(place);
    return new Directives(fewer, pins);
  }

  /** Without anything about a node that is gone. */
  Directives without(String place) {
    Map<String, String> kept = new TreeMap<>(pins);
    kept.values().removeIf(place::equals);
    return new Directives(undrained(place).drains(), kept);
  }

  Directives pinned(String pin, String place) {
    Map<String, String> more = new TreeMap<>(pins);
    more.put(pin, place);
    return new Directives(drains, more);
  }

  Directives unpinned(String pin) {
    Map<String, String> fewer = new TreeMap<>(pins);
    fewer.remove(pin);
    return new Directives(drains, fewer);
  }
}
