package org.mmm.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;

@DisplayName("The list of reports, of which 3 may be open, 2 by one, and 1 closed is kept,")
class ReportsMachineTest {
  private final ReportsMachine machine = new ReportsMachine(new ReportSettings(3, 2, 1, 100));
  private ReportsState state = machine.empty();
  private long millis = 1_000;

  @Test
  @DisplayName("has who reported whom, where, when and in which words")
  void made() {
    assertThat(told(report("R1", "Anna", "he shouts")).path("reportID").asText()).isEqualTo("R1");

    JsonNode report = open().get(0);
    assertThat(report.path("by").asText()).isEqualTo("Anna");
    assertThat(report.path("about").asText()).isEqualTo("Bruno");
    assertThat(report.path("at").asText()).isEqualTo("MM-Square");
    assertThat(report.path("time").asText()).isEqualTo("1970-01-01T00:00:01.001Z");
    assertThat(report.path("words").asText()).isEqualTo("he shouts");
  }

  @Test
  @DisplayName("has a report once that is repeated, and refuses another one under its key")
  void repeated() {
    told(report("R1", "Anna", "he shouts"));
    told(report("R1", "Anna", "he shouts"));
    assertThat(open()).hasSize(1);
    assertThat(refused(report("R1", "Anna", "he sings"))).isEqualTo(Reason.CLASH);
  }

  @Test
  @DisplayName("takes no more from one than it may, and no more than fit, until some are closed")
  void bounded() {
    told(report("R1", "Anna", "a"));
    told(report("R2", "Anna", "b"));
    assertThat(refused(report("R3", "Anna", "c"))).isEqualTo(Reason.CLASH);
    told(report("R4", "Carla", "d"));
    assertThat(refused(report("R5", "Dora", "e"))).isEqualTo(Reason.CLASH);

    told(new Query.CloseReport("R1"));
    told(report("R3", "Anna", "c"));
    assertThat(told(new Query.ReportsOf("Anna")).path("reports"))
        .extracting(r -> r.path("reportID").asText())
        .containsExactly("R1", "R2", "R3");
    assertThat(open())
        .extracting(r -> r.path("reportID").asText())
        .containsExactly("R2", "R4", "R3");
  }

  @Test
  @DisplayName("keeps what is closed for a while, and closes it once")
  void closed() {
    told(report("R1", "Anna", "a"));
    told(report("R2", "Anna", "b"));
    JsonNode once = told(new Query.CloseReport("R1"));
    assertThat(told(new Query.CloseReport("R1"))).isEqualTo(once);
    told(report("R1", "Anna", "a"));
    assertThat(open()).as("a repetition opens nothing again").hasSize(1);
    told(new Query.CloseReport("R2"));
    assertThat(told(new Query.Reports(true)).path("reports"))
        .extracting(r -> r.path("reportID").asText())
        .containsExactly("R2");
    assertThat(refused(new Query.CloseReport("R1"))).isEqualTo(Reason.INC_ID);
  }

  private static Query report(String id, String by, String words) {
    return new Query.MakeReport(id, by, by + "'s Account", "Bruno", "MM-Square", words);
  }

  private JsonNode open() {
    return told(new Query.Reports(false)).path("reports");
  }

  private JsonNode told(Query query) {
    return ((Response.View) Objects.requireNonNull(says(query).response())).body();
  }

  private Reason refused(Query query) {
    return ((Response.Refused) Objects.requireNonNull(says(query).response())).status().reason();
  }

  private Outcome<ReportEvent> says(Query query) {
    Moment now = new Moment(++millis, new Hlc(millis, 0));
    Outcome<ReportEvent> outcome = machine.on(state, new Message.Read(query), now);
    for (ReportEvent event : outcome.events()) state = machine.apply(state, event);
    return outcome;
  }
}
