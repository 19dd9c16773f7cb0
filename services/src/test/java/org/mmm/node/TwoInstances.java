package org.mmm.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.mmm.local.Ports;

/** Two M-Instances on this machine that can ask each other over sockets, alpha and beta. */
final class TwoInstances implements AutoCloseable {
  private final Path directory;
  private final int[] ports;
  private final String[] settings;
  private final LiveNode[] nodes = new LiveNode[2];
  private final LaterClock clock = new LaterClock();

  private TwoInstances(Path directory, int[] ports, String[] settings) {
    this.directory = directory;
    this.ports = ports;
    this.settings = settings;
  }

  /**
   * Starts both; neither is allowed at the other.
   *
   * @param settings lines of settings for both
   */
  static TwoInstances start(Path directory, String... settings) throws IOException {
    TwoInstances two = new TwoInstances(directory, freePorts(), settings);
    two.startAlpha();
    two.startBeta();
    return two;
  }

  /** Starts both, and lets each allow the other. */
  static TwoInstances introduced(Path directory, String... settings) throws Exception {
    TwoInstances two = start(directory, settings);
    two.says(two.alpha(), two.betaId(), "allowed");
    two.says(two.beta(), two.alphaId(), "allowed");
    return two;
  }

  /** Time passes, for both. */
  void later(Duration more) {
    clock.later(more);
  }

  LiveNode alpha() {
    return nodes[0];
  }

  LiveNode beta() {
    return nodes[1];
  }

  String alphaId() {
    return "127.0.0.1:" + ports[0];
  }

  String betaId() {
    return "127.0.0.1:" + ports[1];
  }

  void startAlpha() throws IOException {
    nodes[0] = begin("alpha", ports[0]);
  }

  void startBeta() throws IOException {
    nodes[1] = begin("beta", ports[1]);
  }

  /** The operator of one says how the other stands. */
  Client.Answer says(LiveNode at, String peer, String standing) throws Exception {
    return set(at, peer, "{\"standing\":\"" + standing + "\"}");
  }

  Client.Answer set(LiveNode at, String peer, String body) throws Exception {
    var answer = at.operatorClient().send("POST", "/admin/peers/" + peer, at.operator(), "", body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer;
  }

  /** What waits at one for the other. */
  Client.Answer letters(LiveNode at, String peer) throws Exception {
    return at.operatorClient().get("/admin/peers/" + peer + "/letters", at.operator());
  }

  /** The texts that a Process has received, oldest first, once there are so many. */
  static List<String> heard(LiveNode at, String process, int atLeast) {
    List<String> texts = new ArrayList<>();
    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              texts.clear();
              var inbox =
                  at.client()
                      .get(
                          "/api/v2.2/processes/" + process + "/activity?limit=1000", at.operator());
              for (var entry : inbox.json().path("entries")) {
                if (!entry.path("action").asText().equals("MM-Send")) continue;
                if (entry.path("source").asText().equals(process)) continue;
                for (var with : entry.path("complements").path("With")) {
                  texts.add(with.path("MessageData").path(0).path("MessageData").asText());
                }
              }
              assertThat(texts).hasSizeGreaterThanOrEqualTo(atLeast);
            });
    return texts;
  }

  private LiveNode begin(String name, int port) throws IOException {
    List<String> lines = new ArrayList<>(List.of(settings));
    lines.add("mmm.federation.id = \"127.0.0.1:" + port + "\"");
    lines.add("mmm.live.edge.port = 0");
    Path data = Files.createDirectories(directory.resolve(name));
    LiveNode before = nodes[name.equals("alpha") ? 0 : 1];
    LiveNode started =
        LiveNode.start(
            data,
            clock,
            "--port",
            String.valueOf(port),
            "--config",
            LiveNode.settings(directory, lines.toArray(new String[0])));
    if (before != null) started.knowWhoseTokens(before);
    return started;
  }

  private static int[] freePorts() {
    int one = Ports.any("127.0.0.1");
    return new int[] {one, Ports.freeOr("127.0.0.1", 0, one)};
  }

  @Override
  public void close() {
    for (LiveNode node : nodes) if (node != null) node.close();
  }
}
