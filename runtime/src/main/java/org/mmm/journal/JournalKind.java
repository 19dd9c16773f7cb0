package org.mmm.journal;

import com.typesafe.config.Config;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a node keeps what it must not lose. */
public enum JournalKind {
  /** A database inside the node, in its data directory: for a single node. */
  EMBEDDED("embedded"),
  /** A Cassandra that all nodes of a cluster share. */
  CASSANDRA("cassandra");

  private final String word;

  JournalKind(String word) {
    this.word = word;
  }

  /** As the settings and the command line say it. */
  public String word() {
    return word;
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException for another word; the message names the setting, the rule and
   *     the value
   */
  public static JournalKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "mmm.journal.kind (--journal, MMM_JOURNAL) must be "
                        + Arrays.stream(values())
                            .map(JournalKind::word)
                            .collect(Collectors.joining(" or "))
                        + ", was \""
                        + word
                        + "\""));
  }

  /**
   * What these settings say.
   *
   * @param root a whole configuration, with {@code mmm.journal} in it
   */
  public static JournalKind of(Config root) {
    return of(root.getString("mmm.journal.kind"));
  }
}
