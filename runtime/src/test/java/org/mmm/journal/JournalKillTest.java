package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A node that is killed")
class JournalKillTest {
  private static final int KILLS = 5;

  @TempDir Path temp;

  @Test
  @DisplayName(
      "has lost nothing that it acknowledged, five times in a row on the same directory (P1)")
  void losesNothingAcknowledged() throws Exception {
    var data = temp.resolve("data");
    var seed = new Random().nextLong();
    var random = new Random(seed);
    var acknowledged = new HashMap<String, Integer>();
    for (var kill = 1; kill <= KILLS; kill++) {
      note(
          acknowledged,
          linesUntilKilled(JournalWriter.ENTITIES + random.nextInt(1500), data.toString()));
    }

    try (var after = EmbeddedNode.start(data)) {
      allIsThere(acknowledged, after.node(), seed);
    }
  }

  @Test
  @DisplayName("on Cassandra has lost nothing that it acknowledged either (P1)")
  void losesNothingAcknowledgedToCassandra() throws Exception {
    var data = temp.resolve("data");
    var seed = new Random().nextLong();
    var settings =
        CassandraNode.settings(CassandraNode.newKeyspace(), CassandraNode.contactPoint());
    var acknowledged = new HashMap<String, Integer>();
    var number = JournalWriter.ENTITIES + new Random(seed).nextInt(500);
    note(acknowledged, linesUntilKilled(number, data.toString(), settings));

    try (var after = CassandraNode.start(data, settings)) {
      allIsThere(acknowledged, after.node(), seed);
    }
  }

  private static void allIsThere(Map<String, Integer> acknowledged, JournalNode after, long seed) {
    acknowledged.forEach(
        (name, stored) -> {
          var lines = after.read(name);
          // One more may have been stored and not yet acknowledged; it comes back whole and in
          // its place.
          assertThat(lines).as("%s, seed %d", name, seed).hasSizeBetween(stored, stored + 1);
          assertThat(lines)
              .isEqualTo(
                  IntStream.rangeClosed(1, lines.size()).mapToObj(i -> "line " + i).toList());
        });
    assertThat(acknowledged).hasSize(JournalWriter.ENTITIES);
  }

  private static List<String> linesUntilKilled(int number, String... arguments) throws Exception {
    try (var writer = ChildJvm.start(JournalWriter.class, arguments)) {
      var lines = new ArrayList<String>();
      while (lines.size() < number) {
        lines.add(writer.nextLine());
      }
      lines.addAll(writer.kill());
      return lines;
    }
  }

  private static void note(Map<String, Integer> acknowledged, List<String> lines) {
    for (var line : lines) {
      var words = line.split(" ", -1);
      // The last line may be cut off by the kill; what is left of its number is not larger than the
      // number was.
      if (words.length == 2 && !words[1].isEmpty()) {
        acknowledged.merge(words[0], Integer.parseInt(words[1]), Math::max);
      }
    }
  }
}
