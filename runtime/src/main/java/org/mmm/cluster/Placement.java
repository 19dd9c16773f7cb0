package org.mmm.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the shards of one entity type are, and where they should be. A pure decision; {@link
 * ShardAllocation} brings it about.
 *
 * @param nodes all that hold shards of this type
 * @param pins the places where shards stay, by shard
 * @param limits how many move at the same time
 */
public record Placement(List<Node> nodes, Map<String, String> pins, Limits limits) {
  /** What may be done with a node. */
  public enum State {
    /** It takes shards. */
    OPEN,
    /** It gives all its shards away. */
    DRAINING,
    /** It is going, or cannot be reached: it takes no shards, and gives them away by itself. */
    GOING
  }

  /**
   * A node that holds shards.
   *
   * @param place unlike every other's
   */
  public record Node(String place, State state, Set<String> shards) {
    public Node {
      shards = Set.copyOf(shards);
    }
  }

  /**
   * How many shards move in one round.
   *
   * @param drain off draining nodes, 1 to 1000
   * @param balance at most so many else, 1 to 1000
   * @param share and at most that part of all shards, above 0 to 1, but always one
   */
  public record Limits(int drain, int balance, double share) {
    public Limits {
      require(drain >= 1 && drain <= 1_000, "drain", "from 1 to 1000", drain);
      require(balance >= 1 && balance <= 1_000, "balance", "from 1 to 1000", balance);
      require(share > 0 && share <= 1, "share", "above 0 and at most 1", share);
    }

    private static void require(boolean holds, String name, String rule, Object value) {
      if (!holds) throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
    }
  }

  private static final Comparator<Node> LEAST_FIRST =
      Comparator.<Node>comparingInt(node -> node.shards().size()).thenComparing(Node::place);

  /** Small numbers before great ones, since shards are numbered. */
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  public Placement {
    nodes = List.copyOf(nodes);
    pins = Map.copyOf(pins);
  }

  /**
   * The place where a shard without one is put: where it is pinned, else where there are fewest.
   * Draining nodes get shards only if no other is left.
   *
   * @throws IllegalStateException if there is no node at all
   */
  public String home(String shard) {
    String pinned = pins.get(shard);
    if (pinned != null && isOpen(pinned)) return pinned;
    for (State state : State.values()) {
      var least = nodes.stream().filter(node -> node.state() == state).min(LEAST_FIRST);
      if (least.isPresent()) return least.get().place();
    }
    throw new IllegalStateException("no node takes shards");
  }

  /**
   * The shards that move next. One round ends before the next begins; what drains or is pinned
   * elsewhere goes first, and only a round without such balances.
   *
   * @param moving those of the round before that are still on their way
   */
  public SortedSet<String> moves(Set<String> moving) {
    if (!moving.isEmpty() || nodes.stream().noneMatch(node -> node.state() == State.OPEN)) {
      return new TreeSet<>(BY_NUMBER);
    }
    SortedSet<String> asked = asked();
    return asked.isEmpty() ? balancing() : asked;
  }

  /** What the operator asked for, as far as one round goes. */
  private SortedSet<String> asked() {
    TreeSet<String> wanted = new TreeSet<>(BY_NUMBER);
    for (Node node : nodes) {
      if (node.state() == State.DRAINING) wanted.addAll(node.shards());
      if (node.state() != State.OPEN) continue;
      for (String shard : node.shards()) {
        String pinned = pins.get(shard);
        if (pinned != null && !pinned.equals(node.place()) && isOpen(pinned)) wanted.add(shard);
      }
    }
    return first(wanted, limits.drain());
  }

  /** From nodes with more than their part to those with less, until they differ by one at most. */
  private SortedSet<String> balancing() {
    List<Node> open = nodes.stream().filter(node -> node.state() == State.OPEN).toList();
    int all = open.stream().mapToInt(node -> node.shards().size()).sum();
    int part = all / open.size();
    int atMost = Math.min(limits.balance(), Math.max(1, (int) (all * limits.share())));
    int missing = open.stream().mapToInt(n -> Math.max(0, part - n.shards().size())).sum();
    int over = open.stream().mapToInt(n -> Math.max(0, n.shards().size() - part - 1)).sum();
    int left = Math.min(atMost, Math.max(missing, over));
    SortedSet<String> chosen = new TreeSet<>(BY_NUMBER);
    for (Node node : open.stream().sorted(LEAST_FIRST.reversed()).toList()) {
      int surplus = Math.min(node.shards().size() - part, left - chosen.size());
      if (surplus <= 0) break;
      TreeSet<String> free = new TreeSet<>(BY_NUMBER);
      node.shards().stream().filter(shard -> !pins.containsKey(shard)).forEach(free::add);
      chosen.addAll(first(free, surplus));
    }
    return chosen;
  }

  private boolean isOpen(String place) {
    return nodes.stream().anyMatch(n -> n.place().equals(place) && n.state() == State.OPEN);
  }

  private static SortedSet<String> first(SortedSet<String> of, int atMost) {
    SortedSet<String> some = new TreeSet<>(BY_NUMBER);
    of.stream().limit(atMost).forEach(some::add);
    return some;
  }
}
