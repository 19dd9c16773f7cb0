package org.mmm.operator;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Refusal;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Reason;
import org.mmm.reports.ReportsMachine;

/** What Users have reported. */
final class ReportsRoutes {
  private final Gateway gateway;

  ReportsRoutes(Gateway gateway) {
    this.gateway = gateway;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/admin/reports",
            OperatorApi.doc(
                    "reports",
                    "lists what was reported, oldest first: what is open, or what is closed")
                .query("closed")
                .answers("Reports"),
            in -> told(new Query.Reports(in.query("closed").filter("true"::equals).isPresent()))),
        new Endpoint(
            "POST",
            "/admin/reports/{report}/close",
            OperatorApi.doc("report-close", "closes a report that was seen to")
                .answers("Report", 404),
            in -> told(new Query.CloseReport(in.inPath("report")))));
  }

  private CompletionStage<Answer> told(Query query) {
    return gateway
        .read(ReportsMachine.address(), query)
        .thenApply(
            response -> {
              if (response instanceof Response.View view) return Answer.ok(view.body());
              throw new Refusal(
                  "failure",
                  response instanceof Response.Refused no
                      ? Answer.error(no.status().reason(), no.status().detail())
                      : Answer.error(Reason.UNABLE, "try again"));
            });
  }
}
