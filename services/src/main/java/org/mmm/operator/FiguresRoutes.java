package org.mmm.operator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;
import org.mmm.figures.AllFigures;
import org.mmm.figures.FiguresHere;
import org.mmm.figures.FiguresKeeper;
import org.mmm.pa.Reason;

/** What the operator sees of all nodes. */
final class FiguresRoutes {
  /** Beyond what the nodes may take, for the way there and back. */
  private static final Duration SPARE = Duration.ofSeconds(1);

  private static final JsonMapper JSON = new JsonMapper();

  private final ActorSystem<?> system;
  private final FiguresHere figures;

  FiguresRoutes(ActorSystem<?> system, FiguresHere figures) {
    this.system = system;
    this.figures = figures;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "GET",
            "/admin/figures",
            OperatorApi.doc("figures", "tells the figures of all nodes").answers("Figures"),
            this::figures));
  }

  private CompletionStage<Answer> figures(Exchange in) {
    return AskPattern.<FiguresKeeper.Gather, AllFigures>ask(
            figures.keeper(),
            FiguresKeeper.Gather::new,
            figures.answerWithin().plus(SPARE),
            system.scheduler())
        .handle(
            (all, late) ->
                late == null
                    ? Answer.ok(json(all))
                    : Answer.error(Reason.UNABLE, "too many ask for the figures; try again"));
  }

  /** A node that does not answer has an address and nothing else. */
  private static ObjectNode json(AllFigures all) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode nodes = body.putArray("nodes");
    for (AllFigures.OfNode one : all.nodes()) {
      ObjectNode node = nodes.addObject().put("address", one.address());
      node.put("answered", one.figures() != null);
      if (one.figures() != null) node.set("figures", JSON.valueToTree(one.figures()));
    }
    return body;
  }
}
