package org.mmm.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.mmm.cluster.Operations;
import org.mmm.cluster.Placement;
import org.mmm.edge.EdgeSettings;
import org.mmm.edge.Endpoint;
import org.mmm.edge.HttpPort;
import org.mmm.edge.OpenApi;
import org.mmm.edge.OperatorToken;
import org.mmm.edge.Reading;
import org.mmm.edge.Support;
import org.mmm.federation.Federation;

/** The Operator API of one node, which tells about all nodes. */
public final class OperatorApi {
  private OperatorApi() {}

  /**
   * Binds it.
   *
   * @param edge limits and encryption, which are those of the MMM-API
   * @param limits how many shards move at the same time
   * @param shards into how many each entity type is divided
   * @param federation what of this node speaks with other M-Instances
   * @return fails if the address cannot be had
   * @throws IllegalArgumentException if a setting or the file of the token is wrong
   */
  public static CompletionStage<HttpPort> bind(
      Support support,
      Operations operations,
      EdgeSettings edge,
      OperatorSettings settings,
      Placement.Limits limits,
      int shards,
      Federation federation) {
    OperatorToken operator = OperatorToken.of(support);
    Nodes nodes = new Nodes(support.system(), operations);
    Rooms rooms =
        new Rooms(support.gateway(), new Reading(support.gateway()), support.node(), shards);
    List<Endpoint> open = new ArrayList<>();
    open.addAll(new NodeRoutes(nodes).endpoints());
    open.addAll(new ShardRoutes(nodes, limits).endpoints());
    open.addAll(new RoomRoutes(nodes, rooms).endpoints());
    open.addAll(new PeerRoutes(support.gateway(), federation).endpoints());
    open.addAll(new ReportsRoutes(support.gateway()).endpoints());
    open.addAll(new FiguresRoutes(support.system(), support.figures()).endpoints());
    open.addAll(
        new LiveRoutes(support.system(), support.figures(), operations::directives).endpoints());
    open.addAll(new ThisNodeRoutes(support.node()).endpoints());
    List<Endpoint> all = new ArrayList<>();
    for (Endpoint endpoint : open) all.add(guarded(endpoint, operator));
    all.addAll(new MapPages().endpoints());
    all.add(
        OpenApi.endpoint(
            "operator",
            "Operator API",
            "What the operator sees of the nodes and does with them. Any node tells about all.",
            all));
    return HttpPort.bind(support, edge, all, settings.host(), settings.port());
  }

  /** Whatever is asked about the M-Instance, the token is looked at first. */
  private static Endpoint guarded(Endpoint open, OperatorToken operator) {
    return new Endpoint(
        open.method(),
        open.path(),
        open.doc(),
        in -> {
          operator.check(in);
          return open.handler().handle(in);
        });
  }

  /** What is said of an endpoint of the operator. */
  static Endpoint.Doc doc(String id, String summary) {
    return Endpoint.Doc.of("operator", id, summary, Endpoint.Access.OPERATOR);
  }
}
