package org.mmm.edge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.ipp.Capabilities;

/** What the M-Instance can do, and how this node is. */
final class InstanceRoutes {
  private final EdgeMeters meters;
  private final Support.NodeView node;

  InstanceRoutes(EdgeMeters meters, Support.NodeView node) {
    this.meters = meters;
    this.node = node;
  }

  List<Endpoint> endpoints() {
    return List.of(
        open(
            "/api/v2.2/m-instance/capabilities",
            "capabilities",
            "tells what it can do",
            "InstanceCapabilities",
            this::can),
        open(
            "/health/live",
            "live",
            "answers if the node runs at all",
            "Health",
            in -> done(state(List.of()))),
        open(
            "/health/ready",
            "ready",
            "answers 503, and why, if it is not ready",
            "Health",
            this::ready),
        open(
            "/metrics",
            "metrics",
            "figures in the format of Prometheus",
            "",
            in -> done(Answer.text("text/plain; version=0.0.4; charset=utf-8", meters.scrape()))));
  }

  private CompletionStage<Answer> can(Exchange in) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    Capabilities here = Capabilities.here();
    all.put("profile", here.profile());
    here.actions().forEach(all.putArray("actions")::add);
    here.items().forEach(all.putArray("itemTypes")::add);
    return done(Answer.ok(all));
  }

  private CompletionStage<Answer> ready(Exchange in) {
    return done(state(node.notReady()));
  }

  private static Answer state(List<String> reasons) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("status", reasons.isEmpty() ? "up" : "down");
    ArrayNode all = body.putArray("reasons");
    reasons.forEach(all::add);
    if (!reasons.isEmpty()) body.put("detail", String.join("; ", reasons));
    Answer answer = Answer.json(reasons.isEmpty() ? 200 : 503, body);
    return reasons.isEmpty() ? answer : answer.with("Retry-After", "1");
  }

  private static Endpoint open(
      String path, String id, String summary, String answer, Endpoint.Handler handler) {
    var doc = Endpoint.Doc.of("node", id, summary, Endpoint.Access.OPEN).answers(answer);
    return new Endpoint("GET", path, doc, handler);
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
