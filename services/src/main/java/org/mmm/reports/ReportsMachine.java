package org.mmm.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mmm.action.MmmService;
import org.mmm.journal.Personal;
import org.mmm.kernel.Address;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.log.LogTail;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * The list of what Users report to the operator: one entity of the Information Service. A report
 * that is repeated, which its ID tells, is the same report. Open ones are never dropped: who would
 * add to too many is refused.
 */
public final class ReportsMachine implements Machine<ReportsState, ReportEvent> {
  private final ReportSettings settings;

  public ReportsMachine(ReportSettings settings) {
    this.settings = settings;
  }

  /** What keeps the list. */
  public static Address address() {
    return Address.service(MmmService.INFORMATION, "reports");
  }

  @Override
  public ReportsState empty() {
    return ReportsState.EMPTY;
  }

  @Override
  public ReportsState apply(ReportsState reports, ReportEvent event) {
    if (event instanceof ReportEvent.Made e) return reports.with(e.report());
    ReportEvent.Closed e = (ReportEvent.Closed) event;
    Report report = reports.reports().get(e.report());
    if (report == null) return reports;
    ReportsState after = reports.with(report.closed(e.at()));
    List<Report> closed = after.list(false);
    return closed.size() > settings.closedAtMost() ? after.without(closed.get(0).id()) : after;
  }

  @Override
  public Outcome<ReportEvent> on(ReportsState reports, Message message, Moment now) {
    if (!(message instanceof Message.Read read)) return Outcome.nothing();
    if (read.query() instanceof Query.MakeReport q) return make(reports, q, now);
    if (read.query() instanceof Query.CloseReport q) return close(reports, q.report(), now);
    if (read.query() instanceof Query.Reports q) return view(list(reports.list(!q.closed())));
    if (read.query() instanceof Query.ReportsOf q) return view(list(reports.by(q.process())));
    if (read.query() instanceof Query.Activity q) {
      return view(LogTail.json(List.of(), q.after()).put("complete", true));
    }
    return Outcome.nothing();
  }

  private Outcome<ReportEvent> make(ReportsState reports, Query.MakeReport q, Moment now) {
    Personal words = new Personal(q.account(), q.words());
    Report report = new Report(q.report(), q.by(), q.about(), q.at(), words, now.hlc(), null);
    Report known = reports.reports().get(q.report());
    ObjectNode made = JsonNodeFactory.instance.objectNode().put("reportID", q.report());
    if (known != null) {
      return known.same(report)
          ? view(made)
          : refused(Reason.CLASH, "the Idempotency-Key was used for another report");
    }
    List<Report> open = reports.list(true);
    long own = open.stream().filter(r -> r.by().equals(q.by())).count();
    if (own >= settings.openByOne()) {
      return refused(
          Reason.CLASH,
          q.by()
              + " has "
              + own
              + " reports open, may have at most "
              + settings.openByOne()
              + "; wait until the operator has seen to them");
    }
    if (open.size() >= settings.openAtMost()) {
      return refused(
          Reason.CLASH,
          open.size() + " reports are open, which is as many as are kept; report it again later");
    }
    return view(made).persist(new ReportEvent.Made(report));
  }

  private static Outcome<ReportEvent> close(ReportsState reports, String id, Moment now) {
    Report report = reports.reports().get(id);
    if (report == null) return refused(Reason.INC_ID, "no report is called \"" + id + "\"");
    return report.open()
        ? view(report.closed(now.hlc()).json()).persist(new ReportEvent.Closed(id, now.hlc()))
        : view(report.json());
  }

  private static ObjectNode list(List<Report> reports) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode all = view.putArray("reports");
    reports.forEach(r -> all.add(r.json()));
    return view;
  }

  private static Outcome<ReportEvent> view(ObjectNode body) {
    return Outcome.<ReportEvent>nothing().respond(new Response.View(body));
  }

  private static Outcome<ReportEvent> refused(Reason reason, String why) {
    return Outcome.<ReportEvent>nothing().respond(new Response.Refused(PaStatus.err(reason, why)));
  }
}
