package org.mmm.node;

import java.nio.file.Path;
import java.util.List;
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
 * @param registration open, invite or closed; null for what the settings say
 * @param journal embedded or cassandra; null for what the settings say
 * @param contactPoints where Cassandra is, host:port separated by commas; null for what the
 *     settings say
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
    @Nullable String registration,
    @Nullable String journal,
    @Nullable String contactPoints,
    @Nullable Path config,
    @Nullable Path restore,
    boolean debug) {

  static final String USAGE =
      "usage: --data DIR [--host H] [--port N] [--world FILE] [--world-apply]"
          + " [--register open|invite|closed] [--journal embedded|cassandra]"
          + " [--contact-points H:P,...] [--config FILE] [--restore BACKUP] [--debug]";

  private static final int PORT = 7070;

  /** Reads the command line; throws a {@link NodeFailure} for one that it does not understand. */
  static Arguments of(List<String> words) {
    Path data = null;
    String host = "127.0.0.1";
    int port = PORT;
    Path world = null;
    boolean worldApply = false;
    String registration = null;
    String journal = null;
    String contactPoints = null;
    Path config = null;
    Path restore = null;
    boolean debug = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--data" -> data = Path.of(value(words, ++i));
        case "--host" -> host = value(words, ++i);
        case "--port" -> port = port(value(words, ++i));
        case "--world" -> world = Path.of(value(words, ++i));
        case "--world-apply" -> worldApply = true;
        case "--register" -> registration = registration(value(words, ++i));
        case "--journal" -> journal = value(words, ++i);
        case "--contact-points" -> contactPoints = value(words, ++i);
        case "--config" -> config = Path.of(value(words, ++i));
        case "--restore" -> restore = Path.of(value(words, ++i));
        case "--debug" -> debug = true;
        default -> throw NodeFailure.usage("no option is called " + word + "; " + USAGE);
      }
    }
    if (data == null) throw NodeFailure.usage("--data is missing; " + USAGE);
    return new Arguments(
        data,
        host,
        port,
        world,
        worldApply,
        registration,
        journal,
        contactPoints,
        config,
        restore,
        debug);
  }

  private static String value(List<String> words, int at) {
    if (at < words.size()) return words.get(at);
    throw NodeFailure.usage(words.get(at - 1) + " needs a value; " + USAGE);
  }

  private static int port(String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
      return Integer.parseInt(text);
    }
    throw NodeFailure.usage("--port must be from 0 to 65535, was " + text);
  }

  private static String registration(String word) {
    if (Set.of("open", "invite", "closed").contains(word)) return word;
    throw NodeFailure.usage("--register must be open, invite or closed, was " + word);
  }
}
