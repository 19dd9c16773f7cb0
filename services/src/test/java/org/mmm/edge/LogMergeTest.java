package org.mmm.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Hlc;

@DisplayName("Logs that are merged page by page")
class LogMergeTest {
  private static final Hlc UNTIL = new Hlc(1_000, 0);

  @Property(tries = 300)
  void giveEachEntryOnceInTheOrderOfTime(
      @ForAll @Size(min = 1, max = 6)
          List<@Size(max = 12) List<@IntRange(min = 1, max = 20) Integer>> times,
      @ForAll @IntRange(min = 1, max = 7) int limit)
      throws IOException {
    List<List<JsonNode>> logs = new ArrayList<>();
    int wanted = 0;
    for (List<Integer> log : times) {
      List<JsonNode> entries = new ArrayList<>();
      for (int at : log.stream().sorted().toList()) entries.add(entry(at, ++wanted));
      logs.add(entries);
    }
    List<JsonNode> all = new ArrayList<>();
    Hlc after = Hlc.ZERO;
    while (true) {
      LogMerge merge = new LogMerge(after, UNTIL, limit);
      logs.forEach(merge::with);
      JsonNode page = new ObjectMapper().readTree(merge.answer().body());
      if (page.path("entries").isEmpty()) break;
      page.path("entries").forEach(all::add);
      assertThat(Hlc.parse(page.path("next").asText())).isGreaterThan(after);
      after = Hlc.parse(page.path("next").asText());
    }
    assertThat(all).hasSize(wanted);
    assertThat(all).extracting(e -> e.path("position").asInt()).doesNotHaveDuplicates();
    assertThat(all).extracting(LogMerge::time).isSorted();
  }

  @Test
  void leaveWhatIsLaterThanTheQuestionToTheNextPage() {
    LogMerge merge = new LogMerge(Hlc.ZERO, new Hlc(5, 0), 10).with(List.of(entry(6, 1)));
    assertThat(merge.isEmpty()).isTrue();
  }

  @Test
  void goOnInMemoryWhereTheJournalEnds() {
    var old = List.of(entry(1, 1), entry(2, 2));
    var tail = List.of(entry(2, 2), entry(3, 3));
    assertThat(LogMerge.continued(old, tail, 10))
        .extracting(e -> e.path("position").asInt())
        .containsExactly(1, 2, 3);
    assertThat(LogMerge.continued(old, tail, 2)).isEqualTo(old);
  }

  private static JsonNode entry(int millis, int position) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("hlc", new Hlc(millis, 0).toString())
        .put("position", position);
  }
}
