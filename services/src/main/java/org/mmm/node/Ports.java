package org.mmm.node;

import com.typesafe.config.Config;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.mmm.cluster.Operations;
import org.mmm.cluster.ShardAllocation;
import org.mmm.edge.Edge;
import org.mmm.edge.EdgeSettings;
import org.mmm.edge.HttpPort;
import org.mmm.edge.OtherInstances;
import org.mmm.edge.Support;
import org.mmm.federation.Federation;
import org.mmm.liveedge.LiveEdgeSettings;
import org.mmm.operator.OperatorApi;
import org.mmm.operator.OperatorSettings;

/** Binds the ports of a node; one that cannot be had is a {@link NodeFailure} with the way out. */
final class Ports {
  private Ports() {}

  /** The MMM-API, where the command line says, and the live edge. */
  static Edge edge(
      Support support,
      EdgeSettings settings,
      LiveEdgeSettings live,
      Arguments arguments,
      OtherInstances others) {
    try {
      return Edge.bind(support, settings, live, others, arguments.host(), arguments.port())
          .toCompletableFuture()
          .join();
    } catch (IllegalArgumentException e) {
      throw NodeFailure.usage(e);
    } catch (UncheckedIOException e) {
      throw NodeFailure.unavailable(
          "cannot listen for live Rooms at "
              + (live.host().isEmpty() ? arguments.host() : live.host())
              + ":"
              + live.port()
              + " ("
              + NodeFailure.line(e)
              + "): change mmm.live.edge.host or mmm.live.edge.port",
          e);
    } catch (CompletionException e) {
      throw ListenAddress.taken(arguments, cause(e));
    }
  }

  /** The Operator API, where its settings say. */
  static HttpPort operator(
      Support support,
      Operations operations,
      EdgeSettings edge,
      OperatorSettings settings,
      Federation federation,
      Config config) {
    try {
      var limits = ShardAllocation.limits(config);
      int shards = config.getInt("mmm.entities.shards");
      return OperatorApi.bind(support, operations, edge, settings, limits, shards, federation)
          .toCompletableFuture()
          .join();
    } catch (IllegalArgumentException e) {
      throw NodeFailure.usage(e);
    } catch (CompletionException e) {
      Throwable cause = cause(e);
      throw NodeFailure.unavailable(
          "cannot listen for the operator at "
              + settings.host()
              + ":"
              + settings.port()
              + " ("
              + NodeFailure.line(cause)
              + "): change mmm.operator.host or mmm.operator.port",
          cause);
    }
  }

  /** Waits until a port is closed, and its connections with it. */
  static void close(CompletionStage<?> unbinding) throws Exception {
    unbinding.toCompletableFuture().get(Grace.PORTS.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Throwable cause(CompletionException e) {
    return e.getCause() == null ? e : e.getCause();
  }
}
