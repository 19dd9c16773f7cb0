package org.mmm.cassandra;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program was started with.
 *
 * @param data the directory of everything it keeps
 * @param address where it listens, an address of this machine
 * @param port of CQL, 1 to 65535
 * @param storagePort where it would speak to other nodes, 1 to 65535
 * @param tied whether it ends when its standard input does, that is, with the process that started
 *     it
 * @param scratch whether a kill may lose tables just made, which is faster: for tests
 */
record Arguments(
    Path data, String address, int port, int storagePort, boolean tied, boolean scratch) {
  static final String USAGE =
      "usage: --data DIR [--address A] [--port N] [--storage-port N] [--tied] [--scratch]";

  Arguments {
    between("--port", port);
    between("--storage-port", storagePort);
  }

  /**
   * @throws IllegalArgumentException for a command line that it does not understand
   */
  static Arguments of(List<String> words) {
    Path data = null;
    String address = "127.0.0.1";
    int port = 9042;
    int storagePort = 7000;
    boolean tied = false;
    boolean scratch = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--data" -> data = Path.of(value(words, ++i)).toAbsolutePath();
        case "--address" -> address = value(words, ++i);
        case "--port" -> port = number(word, value(words, ++i));
        case "--storage-port" -> storagePort = number(word, value(words, ++i));
        case "--tied" -> tied = true;
        case "--scratch" -> scratch = true;
        default -> throw new IllegalArgumentException("no option is called " + word + "; " + USAGE);
      }
    }
    return new Arguments(given(data), address, port, storagePort, tied, scratch);
  }

  private static Path given(@Nullable Path data) {
    if (data != null) return data;
    throw new IllegalArgumentException("--data is missing; " + USAGE);
  }

  private static String value(List<String> words, int at) {
    if (at < words.size()) return words.get(at);
    throw new IllegalArgumentException(words.get(at - 1) + " needs a value; " + USAGE);
  }

  private static int number(String option, String text) {
    if (text.matches("[0-9]{1,5}")) return Integer.parseInt(text);
    throw new IllegalArgumentException(option + " must be a port, was " + text);
  }

  private static void between(String option, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(option + " must be from 1 to 65535, was " + port);
    }
  }
}
