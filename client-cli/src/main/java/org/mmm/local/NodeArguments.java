package org.mmm.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mmm.child.Distribution;

/** With what a node of the cluster is started. */
record NodeArguments(
    int number,
    int port,
    int operatorPort,
    String place,
    List<String> seeds,
    String contactPoints,
    ClusterPlan plan,
    ClusterFiles files) {
  static final String HOST = "127.0.0.1";

  /** The first of them begins the cluster; more than three are asked in vain. */
  private static final int SEEDS = 3;

  /** What follows {@code java}. */
  List<String> command(Distribution distribution) {
    int colon = place.lastIndexOf(':');
    List<String> words = new ArrayList<>();
    if (plan.jvm().stream().noneMatch(option -> option.startsWith("-Xmx"))) {
      words.add("-Xmx512m");
    }
    words.addAll(plan.jvm());
    words.add("-Dmmm.operator.port=" + operatorPort);
    words.addAll(List.of("-cp", distribution.classPath(), "org.mmm.node.Main"));
    words.addAll(List.of("--data", files.node(number).toString()));
    words.addAll(List.of("--host", HOST, "--port", String.valueOf(port)));
    words.addAll(List.of("--name", "node" + number));
    words.addAll(List.of("--cluster-host", place.substring(0, colon)));
    words.addAll(List.of("--cluster-port", place.substring(colon + 1)));
    words.addAll(
        List.of("--seeds", String.join(",", seeds.subList(0, Math.min(SEEDS, seeds.size())))));
    words.addAll(List.of("--journal", "cassandra", "--contact-points", contactPoints));
    words.addAll(plan.more());
    return words;
  }

  /**
   * @param own whether Cassandra is the cluster's own, in which tables may be made at once by any
   */
  Map<String, String> environment(boolean own) {
    Map<String, String> environment =
        Map.of(
            "MMM_MASTER_KEY_FILE", files.masterKey().toString(),
            "MMM_SECRETS_FILE", files.secrets().toString(),
            "MMM_OPERATOR_TOKEN_FILE", files.operatorToken().toString());
    if (!own) {
      return environment;
    }
    var all = new java.util.HashMap<>(environment);
    all.put("MMM_CASSANDRA_CREATE_SCHEMA", "dev");
    return Map.copyOf(all);
  }
}
