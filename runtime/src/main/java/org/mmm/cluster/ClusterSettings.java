package org.mmm.cluster;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mmm.settings.SettingRules;

/**
 * How a node finds the others; read from {@code mmm.cluster}, where each setting is explained.
 *
 * @param host the name or address by which the other nodes reach this one
 * @param port 0 to 65535; 0 for any free one, which only a node that is alone can use
 * @param seeds nodes to ask, each {@code host:port}
 * @param dns a name whose addresses are seeds too, {@code host:port}; empty for none
 * @param seedSelf whether this node begins a cluster if none of them answers
 * @param roles what this node does: edge, process, room
 * @param joinWithin how long joining may take; 5 s to 10 minutes
 * @param lease how long a node may write after a majority last saw it; 1 s to 60 s
 * @param pingEvery how often it asks them; 100 ms to a quarter of the lease
 */
public record ClusterSettings(
    String host,
    int port,
    List<String> seeds,
    String dns,
    boolean seedSelf,
    Set<String> roles,
    Duration joinWithin,
    Duration lease,
    Duration pingEvery) {
  /** A node that answers the MMM-API. */
  public static final String EDGE = "edge";

  /** A node on which Processes, Services and Items live. */
  public static final String PROCESS = "process";

  /** A node on which places live. */
  public static final String ROOM = "room";

  private static final SettingRules RULES = new SettingRules("mmm.cluster");

  private static final Set<String> ALL = Set.of(EDGE, PROCESS, ROOM);

  /**
   * @throws IllegalArgumentException if a value breaks its rule; names it, the rule and the value
   */
  public ClusterSettings {
    seeds = List.copyOf(seeds);
    roles = Set.copyOf(roles);
    RULES.require(!host.isBlank(), "host", "a name or an address", "empty");
    RULES.between("port", port, 0, 65_535);
    seeds.forEach(seed -> RULES.require(isPlace(seed), "seeds", "host:port, each", seed));
    RULES.require(dns.isEmpty() || isPlace(dns), "dns", "name:port, or empty", dns);
    RULES.require(
        !roles.isEmpty() && ALL.containsAll(roles),
        "roles",
        "some of " + new TreeSet<>(ALL),
        new TreeSet<>(roles));
    RULES.between("join-within", joinWithin, Duration.ofSeconds(5), Duration.ofMinutes(10));
    RULES.between("lease", lease, Duration.ofSeconds(1), Duration.ofSeconds(60));
    RULES.between("ping-every", pingEvery, Duration.ofMillis(100), lease.dividedBy(4));
    boolean alone = seeds.isEmpty() && dns.isEmpty();
    RULES.require(alone || port > 0, "port", "from 1 to 65535 where there are seeds", port);
  }

  /**
   * @param root a whole configuration
   * @throws IllegalArgumentException if a value breaks its rule
   */
  public static ClusterSettings of(Config root) {
    Config c = root.getConfig("mmm.cluster");
    ClusterSettings settings =
        new ClusterSettings(
            c.getString("host"),
            c.getInt("port"),
            words(c.getString("seeds")),
            c.getString("dns").strip(),
            c.getBoolean("seed-self"),
            Set.copyOf(words(c.getString("roles"))),
            c.getDuration("join-within"),
            c.getDuration("lease"),
            c.getDuration("ping-every"));
    settings.endsBeforeTakeOver(takeOver(root));
    return settings;
  }

  /** Whether this node is an M-Instance of its own. */
  public boolean alone() {
    return seeds.isEmpty() && dns.isEmpty();
  }

  static boolean isRole(String word) {
    return ALL.contains(word);
  }

  /** How long after a node was last seen its entities may begin to live elsewhere. */
  static Duration takeOver(Config root) {
    return root.getDuration("pekko.cluster.failure-detector.acceptable-heartbeat-pause")
        .plus(root.getDuration("pekko.cluster.split-brain-resolver.stable-after"));
  }

  private void endsBeforeTakeOver(Duration takeOver) {
    RULES.require(
        lease.plusSeconds(1).compareTo(takeOver) <= 0,
        "lease",
        "at least 1 s shorter than the time after which others take over"
            + " (acceptable-heartbeat-pause + stable-after = "
            + takeOver.toMillis()
            + " ms)",
        lease.toMillis() + " ms");
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean isPlace(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) return false;
    int port = Integer.parseInt(text.substring(colon + 1));
    return port > 0 && port <= 65_535;
  }
}
