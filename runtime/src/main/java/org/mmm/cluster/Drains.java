package org.mmm.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which node may be drained, and which shards may be pinned where. Pure decisions. */
final class Drains {
  private Drains() {}

  /** Whether a node that has these shards left has none; not if they are not counted yet. */
  static boolean isEmpty(@Nullable Map<String, Integer> left) {
    return left != null && left.values().stream().allMatch(number -> number == 0);
  }

  /**
   * Why that node cannot be drained now; empty if it can.
   *
   * @param left shards that draining nodes have left, as far as they are counted
   */
  static Optional<String> refusal(
      Directives now, Map<String, Map<String, Integer>> left, List<Peer> peers, String place) {
    Peer node = find(peers, place);
    if (node == null || !node.serves()) return Optional.of(notThere(place));
    for (String other : new TreeSet<>(now.drains().keySet())) {
      if (isEmpty(left.get(other))) continue;
      Peer named = find(peers, other);
      return Optional.of(
          (named == null ? other : named.name())
              + " is being drained; wait until it is, or undrain it first");
    }
    for (String role : new TreeSet<>(node.roles())) {
      boolean another =
          peers.stream()
              .anyMatch(
                  peer ->
                      peer.serves()
                          && !peer.place().equals(place)
                          && !now.draining(peer.place())
                          && peer.roles().contains(role));
      if (!another) {
        return Optional.of(
            node.name()
                + " is the last node with the role "
                + role
                + "; start or undrain another one first");
      }
    }
    return Optional.empty();
  }

  /** Why nothing can be pinned to that node; empty if it can. */
  static Optional<String> pinRefusal(Directives now, List<Peer> peers, String pin, String place) {
    Peer node = find(peers, place);
    if (node == null || !node.serves()) return Optional.of(notThere(place));
    if (now.draining(place)) {
      return Optional.of(node.name() + " is drained; undrain it, or name another node");
    }
    if (!now.pins().containsKey(pin) && now.pins().size() >= Directives.PINS_AT_MOST) {
      return Optional.of(
          "at most " + Directives.PINS_AT_MOST + " shards are pinned; lift some of the pins");
    }
    return Optional.empty();
  }

  private static String notThere(String place) {
    return "no node at " + place + " is up and reachable; mmm node list tells which are";
  }

  private static @Nullable Peer find(List<Peer> peers, String place) {
    return peers.stream().filter(peer -> peer.place().equals(place)).findFirst().orElse(null);
  }
}
