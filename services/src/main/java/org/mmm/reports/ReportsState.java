package org.mmm.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mmm.kernel.CborSerializable;
import org.pcollections.TreePMap;

/** The reports that are remembered, by their IDs. */
public record ReportsState(TreePMap<String, Report> reports) implements CborSerializable {
  static final ReportsState EMPTY = new ReportsState(TreePMap.empty());

  @JsonCreator
  static ReportsState of(@JsonProperty("reports") Map<String, Report> reports) {
    return new ReportsState(TreePMap.from(reports));
  }

  /** Those that are open, or those that are not, oldest first. */
  List<Report> list(boolean open) {
    return list(r -> r.open() == open);
  }

  /** Those of that Process, oldest first. */
  List<Report> by(String process) {
    return list(r -> r.by().equals(process));
  }

  private List<Report> list(Predicate<Report> wanted) {
    return reports.values().stream()
        .filter(wanted)
        .sorted(Comparator.comparing((Report r) -> r.made().millis()).thenComparing(Report::id))
        .toList();
  }

  ReportsState with(Report report) {
    return new ReportsState(reports.plus(report.id(), report));
  }

  ReportsState without(String report) {
    return new ReportsState(reports.minus(report));
  }
}
