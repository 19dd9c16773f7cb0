package org.mmm.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings that there are. A key with a slip in it would else leave its default in force, and
 * nobody would be told.
 */
final class KnownKeys {
  private static final String OURS = "mmm.";

  /** Below it every name is allowed. */
  private static final String OPEN = "mmm.serialization.roots.";

  /** Properties of our programs and tests that are no settings of a node. */
  private static final Set<String> PROPERTIES =
      Set.of("mmm.dist", "mmm.root", "mmm.version", "mmm.seed", "mmm.point", "mmm.cassandra.jar");

  private final TreeSet<String> keys;

  private KnownKeys(TreeSet<String> keys) {
    this.keys = keys;
  }

  /** The keys that have a default. */
  static KnownKeys of(Config defaults) {
    return new KnownKeys(ours(defaults));
  }

  /** Why these settings are refused; empty if all their keys are known. */
  Optional<String> refusal(Config said) {
    for (String key : ours(said)) {
      if (!keys.contains(key) && !key.startsWith(OPEN) && !PROPERTIES.contains(key)) {
        return Optional.of(
            "no setting is called " + key + "; the nearest is " + nearest(key) + ": correct it");
      }
    }
    return Optional.empty();
  }

  private String nearest(String key) {
    String best = keys.first();
    int least = Integer.MAX_VALUE;
    for (String one : keys) {
      int distance = distance(key, one);
      if (distance < least) {
        least = distance;
        best = one;
      }
    }
    return best;
  }

  private static TreeSet<String> ours(Config config) {
    return config.entrySet().stream()
        .map(entry -> plain(entry.getKey()))
        .filter(key -> key.startsWith(OURS))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without the quotes that a path has where a name is no plain word. */
  private static String plain(String path) {
    List<String> parts = ConfigUtil.splitPath(path);
    return String.join(".", parts);
  }

  /** How many letters must be put in, taken out or replaced. */
  static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) before[j] = j;
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[other.length()];
  }
}
