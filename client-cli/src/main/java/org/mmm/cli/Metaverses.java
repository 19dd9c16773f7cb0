package org.mmm.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mmm.child.Distribution;
import org.mmm.child.NodeProcess;
import org.mmm.client.Json;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.home.Home;
import org.mmm.local.Ports;

/** Two M-Instances on this machine, alpha and beta, for as long as a command lasts. */
final class Metaverses implements AutoCloseable {
  private interface Starting {
    NodeProcess start(Consumer<String> say) throws IOException;
  }

  private final NodeProcess alpha;
  private final Starting betaAgain;
  private NodeProcess beta;

  private Metaverses(NodeProcess alpha, Starting betaAgain, Consumer<String> say)
      throws IOException {
    this.alpha = alpha;
    this.betaAgain = betaAgain;
    this.beta = betaAgain.start(say);
  }

  /**
   * Starts both; each is known to the other by where it is reached.
   *
   * @param more words of the command line of both
   */
  static Metaverses start(
      Distribution distribution,
      NodeOptionsMixin node,
      Path directory,
      List<String> more,
      Consumer<String> say)
      throws IOException {
    int[] ports = freePorts();
    NodeProcess alpha = start(distribution, node, directory.resolve("alpha"), ports[0], more, say);
    try {
      return new Metaverses(
          alpha,
          to -> start(distribution, node, directory.resolve("beta"), ports[1], more, to),
          say);
    } catch (IOException | RuntimeException e) {
      alpha.close();
      throw e;
    }
  }

  NodeProcess alpha() {
    return alpha;
  }

  NodeProcess beta() {
    return beta;
  }

  void stopBeta() {
    beta.close();
  }

  /** The same M-Instance, where it was; returns when it is ready. */
  void startBeta(Consumer<String> say) throws IOException {
    beta = betaAgain.start(say);
  }

  /** Has the operator of each allow the other: mmm peer allow. */
  void introduce(Home home) {
    Context first = NodeOptionsMixin.context("alpha", alpha);
    Context second = NodeOptionsMixin.context("beta", beta);
    home.contexts().set(first);
    home.contexts().set(second);
    allow(home, first, beta.url());
    allow(home, second, alpha.url());
  }

  @Override
  public void close() {
    try {
      beta.close();
    } finally {
      alpha.close();
    }
  }

  private static NodeProcess start(
      Distribution distribution,
      NodeOptionsMixin node,
      Path data,
      int port,
      List<String> more,
      Consumer<String> say)
      throws IOException {
    Files.createDirectories(data);
    List<String> words = new ArrayList<>(List.of("--federation-id", "127.0.0.1:" + port));
    words.addAll(more);
    return NodeProcess.start(distribution, node.options(data, port, words), say);
  }

  private static void allow(Home home, Context at, URI other) {
    Patience patience = Patience.of(Patience.DEFAULT_RETRY_FOR);
    OperatorCommand.post(
        new Session(home, at, Session.api(at, patience), patience),
        OperatorCommand.peerPath(other.getRawAuthority()),
        Json.object().put("standing", "allowed"),
        "allow");
  }

  private static int[] freePorts() {
    int one = Ports.any("127.0.0.1");
    return new int[] {one, Ports.freeOr("127.0.0.1", 0, one)};
  }
}
