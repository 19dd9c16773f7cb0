package org.mmm.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What alert rules and dashboards ask Prometheus. */
public final class Queries {
  /**
   * Labels, texts and durations are no names of metrics, and neither are words before a bracket.
   */
  private static final Pattern BESIDE =
      Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^\\]]*]|\\b(?:by|without) *\\([^)]*\\)");

  private static final Pattern NAME = Pattern.compile("\\b([a-z_:][a-z0-9_:]*)\\b(?! *\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "on", "ignoring");

  private Queries() {}

  /** The names of all metrics that are asked for. */
  public static Set<String> metrics() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String query : all()) names.addAll(metrics(query));
    names.remove("up"); // Prometheus' own
    return names;
  }

  static Set<String> metrics(String query) {
    Set<String> names = new TreeSet<>();
    var found = NAME.matcher(BESIDE.matcher(query).replaceAll(""));
    while (found.find()) if (!WORDS.contains(found.group(1))) names.add(found.group(1));
    return names;
  }

  static List<JsonNode> alerts() {
    List<JsonNode> rules = new ArrayList<>();
    DeployFiles.yaml(DeployFiles.DEPLOY.resolve("prometheus/alerts.yaml"))
        .get(0)
        .get("groups")
        .forEach(group -> group.get("rules").forEach(rules::add));
    return rules;
  }

  static List<JsonNode> dashboards() throws IOException {
    try (var files = Files.list(DeployFiles.DEPLOY.resolve("grafana/dashboards"))) {
      return files.sorted().map(DeployFiles::json).toList();
    }
  }

  private static List<String> all() throws IOException {
    List<String> queries = new ArrayList<>();
    alerts().forEach(rule -> queries.add(rule.get("expr").asText()));
    for (JsonNode dashboard : dashboards()) queries.addAll(dashboard.findValuesAsText("expr"));
    return queries;
  }
}
