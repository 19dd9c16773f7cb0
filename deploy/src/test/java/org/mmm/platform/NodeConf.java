package org.mmm.platform;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of a node, from the files that give their defaults. */
final class NodeConf {
  private static final Pattern OPENS = Pattern.compile("([a-z0-9.-]+) \\{");
  private static final Pattern SETS = Pattern.compile("([a-z0-9-]+) = (.+)");
  private static final Pattern READS = Pattern.compile("\\$\\{\\?([A-Z_]+)}");
  private static final String DATA_FORMAT = "mmm.serialization.roots";

  private NodeConf() {}

  private static Stream<String> sources() {
    return Stream.of(
            "services/src/main/resources/node.conf",
            "services/src/main/resources/reference.conf",
            "room-shards/src/main/resources/reference.conf",
            "runtime/src/main/resources/reference.conf")
        .map(file -> DeployFiles.text(DeployFiles.ROOT.resolve(file)));
  }

  /** Names of all settings of ours. */
  static TreeSet<String> keys() {
    TreeSet<String> keys = new TreeSet<>();
    Config all =
        ConfigFactory.parseResources("node.conf")
            .withFallback(ConfigFactory.defaultReferenceUnresolved())
            .resolve();
    all.getConfig("mmm").entrySet().forEach(entry -> keys.add("mmm." + entry.getKey()));
    keys.removeIf(key -> key.startsWith(DATA_FORMAT));
    return keys;
  }

  /** Environment variables that settings are read from. */
  static List<String> environment() {
    return sources()
        .flatMap(text -> READS.matcher(text).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** The file of the distribution: each setting, as a comment, with what there is to say of it. */
  static String page() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Settings of a node, each with its default; take the # away and change what should be");
    lines.add(
        "# otherwise. It is read where the node is started with --config FILE. The command line"
            + " and");
    lines.add(
        "# -D win over it, it wins over environment variables. Format: HOCON. Durations and sizes");
    lines.add(
        "# need a unit (ms, s, minutes; KiB, MiB). A value out of its bounds ends the start.");
    sources().forEach(text -> settings(text, lines));
    return String.join("\n", lines) + "\n";
  }

  private static void settings(String text, List<String> lines) {
    Deque<String> path = new ArrayDeque<>();
    List<String> said = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher opens = OPENS.matcher(line);
      Matcher sets = SETS.matcher(line);
      boolean ours = !path.isEmpty() && path.peekLast().startsWith("mmm");
      if (line.startsWith("#")) {
        said.add(line);
      } else if (opens.matches()) {
        path.addFirst(opens.group(1));
        boolean belowOurs = path.size() > 1 && path.peekLast().startsWith("mmm");
        if (belowOurs && !said.isEmpty()) {
          lines.add("");
          lines.addAll(said);
        }
        said.clear();
      } else if (line.equals("}")) {
        path.removeFirst();
        said.clear();
      } else if (sets.matches() && ours) {
        setting(name(path, sets.group(1)), sets.group(2), said, lines);
        said.clear();
      } else if (line.isEmpty()) {
        said.clear();
      }
    }
  }

  private static void setting(String name, String value, List<String> said, List<String> lines) {
    if (name.startsWith(DATA_FORMAT)) return;
    Matcher reads = READS.matcher(value);
    if (reads.matches()) {
      lines.add("#   environment: " + reads.group(1));
      return;
    }
    lines.add("");
    lines.addAll(said);
    lines.add("#" + name + " = " + value);
  }

  private static String name(Deque<String> path, String last) {
    List<String> parts = new ArrayList<>(path);
    Collections.reverse(parts);
    return String.join(".", parts) + "." + last;
  }
}
