package org.mmm.reports;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.golden.Stored;
import org.mmm.journal.Personal;
import org.mmm.kernel.Hlc;

@DisplayName("The form in which reports are stored never changes")
class ReportsGoldenTest {
  private static final Hlc AT = new Hlc(1_767_355_200_000L, 1);

  @Test
  void ofReports() throws IOException {
    Personal words = new Personal("Account1", "he shouts");
    Report report = new Report("Report1", "Anna", "Bruno", "MM-Square", words, AT, null);
    ReportsMachine machine = new ReportsMachine(new ReportSettings(10, 10, 10, 1_000));
    ReportsState state = machine.empty();
    for (ReportEvent event :
        List.of(new ReportEvent.Made(report), new ReportEvent.Closed("Report1", AT))) {
      Stored.isAsItsFileSays(ReportEvent.class, event);
      state = machine.apply(state, event);
    }
    Stored.isAsItsFileSays(ReportsState.class, state);
  }
}
