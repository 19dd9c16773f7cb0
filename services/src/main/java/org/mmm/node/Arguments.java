package org.mmm.node;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the program was started with.
 *
 * @param data the data directory
 * @param host the address to listen at
 * @param port 0 to 65535; 0 for any free one
 * @param world a world file; null for the default world
 * @param worldApply whether a changed world file adds what is new in it
 * @param settings what options say that are settings too: values by their keys
 * @param config a file of settings; null for none
 * @param restore a backup to put into the data directory instead of starting; null to start
 * @param debug whether a failure shows its stack trace
 */
record Arguments(
    Path data,
    String host,
    int port,
    @Nullable Path world,
    boolean worldApply,
    Map<String, String> settings,
    @Nullable Path config,
    @Nullable Path restore,
    boolean debug) {

  static final String USAGE =
      "usage: --data DIR [--host H] [--port N] [--world FILE] [--world-apply]"
          + " [--register open|invite|closed] [--journal embedded|cassandra]"
          + " [--contact-points H:P,...] [--name N] [--cluster-host H] [--cluster-port N]"
          + " [--seeds H:P,...] [--seed-self] [--roles edge,process,room]"
          + " [--federation-id HOST[:PORT]] [--config FILE]"
          + " [--restore BACKUP] [--debug]";

  private static final int PORT = 7070;

  /** Options with a value that are settings. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "--register", "mmm.edge.registration",
          "--journal", "mmm.journal.kind",
          "--contact-points", "mmm.journal.cassandra.contact-points",
          "--name", "mmm.node.name",
          "--cluster-host", "mmm.cluster.host",
          "--cluster-port", "mmm.cluster.port",
          "--seeds", "mmm.cluster.seeds",
          "--roles", "mmm.cluster.roles",
          "--federation-id", "mmm.federation.id");

  Arguments {
    settings = Map.copyOf(settings);
  }

  /** Reads the command line; throws a {@link NodeFailure} for one that it does not understand. */
  static Arguments of(List<String> words) {
    Path data = null;
    String host = "127.0.0.1";
    int port = PORT;
    Path world = null;
    boolean worldApply = false;
    Map<String, String> settings = new LinkedHashMap<>();
    Path config = null;
    Path restore = null;
    boolean debug = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--data" -> data = Path.of(value(words, ++i));
        case "--host" -> host = value(words, ++i);
        case "--port" -> port = port(word, value(words, ++i));
        case "--world" -> world = Path.of(value(words, ++i));
        case "--world-apply" -> worldApply = true;
        case "--seed-self" -> settings.put("mmm.cluster.seed-self", "on");
        case "--config" -> config = Path.of(value(words, ++i));
        case "--restore" -> restore = Path.of(value(words, ++i));
        case "--debug" -> debug = true;
        default -> {
          String key = SETTINGS.get(word);
          if (key == null) {
            throw NodeFailure.usage("no option is called " + word + "; " + USAGE);
          }
          settings.put(key, checked(word, value(words, ++i)));
        }
      }
    }
    if (data == null) throw NodeFailure.usage("--data is missing; " + USAGE);
    return new Arguments(data, host, port, world, worldApply, settings, config, restore, debug);
  }

  private static String value(List<String> words, int at) {
    if (at < words.size()) return words.get(at);
    throw NodeFailure.usage(words.get(at - 1) + " needs a value; " + USAGE);
  }

  /** What would be understood as something else if it were checked as a setting only. */
  private static String checked(String option, String text) {
    if (option.equals("--cluster-port")) return String.valueOf(port(option, text));
    if (option.equals("--register") && !Set.of("open", "invite", "closed").contains(text)) {
      throw NodeFailure.usage("--register must be open, invite or closed, was " + text);
    }
    return text;
  }

  private static int port(String option, String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    throw NodeFailure.usage(option + " must be from 0 to 65535, was " + text);
  }
}
