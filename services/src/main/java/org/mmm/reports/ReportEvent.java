package org.mmm.reports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;

/** What can have happened to the list of reports. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @Type(value = ReportEvent.Made.class, name = "made"),
  @Type(value = ReportEvent.Closed.class, name = "closed")
})
public sealed interface ReportEvent extends CborSerializable {
  /** A Process has reported. */
  record Made(Report report) implements ReportEvent {}

  /** The operator has seen to it. */
  record Closed(String report, Hlc at) implements ReportEvent {}
}
