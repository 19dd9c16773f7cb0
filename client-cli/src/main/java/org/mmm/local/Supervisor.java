package org.mmm.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mmm.child.Distribution;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.local.NodeState.Phase;

/**
 * Starts the processes of a cluster, and starts again what ends: empty, as every node comes back.
 */
public final class Supervisor {
  private static final long LOOK_EVERY_MILLIS = 200;

  /** Of the traffic between nodes, each of which has an address of its own. */
  private static final int REMOTING = 25_520;

  private final ClusterPlan plan;
  private final ClusterFiles files;
  private final Distribution distribution;
  private final Consumer<String> say;
  private final @Nullable ClusterState before;
  private final List<LocalNode> nodes = new ArrayList<>();
  private final Map<Integer, String> places = new TreeMap<>();
  private @Nullable LocalCassandra cassandra;
  private @Nullable ClusterState told;
  private boolean stopped;

  /**
   * @param say gets a line for whatever changes
   * @throws Failure if a cluster runs in that directory
   */
  public Supervisor(
      ClusterPlan plan, ClusterFiles files, Distribution distribution, Consumer<String> say) {
    this.plan = plan;
    this.files = files;
    this.distribution = distribution;
    this.say = say;
    files.make();
    this.before = files.state().orElse(null);
    if (before != null && before.supervisor().lives()) {
      throw new Failure(
          ExitCode.CONFLICT,
          "a cluster runs in "
              + files.dir()
              + " (supervisor "
              + before.supervisor().pid()
              + "): stop it with mmm cluster stop, or name another directory by --data");
    }
    if (before != null) {
      Leftovers.end(before);
    }
    files.takeAdds();
  }

  /**
   * Starts everything and waits until all nodes are ready.
   *
   * @throws Failure if that does not come about
   */
  public ClusterState start() throws InterruptedException {
    long end = System.nanoTime() + plan.startWithin().toNanos();
    startCassandra(end);
    synchronized (this) {
      for (int number = 1; number <= plan.nodes(); number++) {
        places.put(number, place(number));
      }
      for (int number = 1; number <= plan.nodes(); number++) {
        add(number);
      }
    }
    while (true) {
      step();
      ClusterState state = Objects.requireNonNull(told);
      if (state.allReady()) {
        return state;
      }
      for (NodeState node : state.nodes()) {
        if (node.phase() == Phase.FAILED) {
          throw failed(node);
        }
      }
      pause(end);
    }
  }

  /** Looks after the processes until it is told to stop. */
  public void run() throws InterruptedException {
    while (step()) {
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  /** Stops all nodes, the youngest first, and then Cassandra. */
  public synchronized void stop() throws InterruptedException {
    if (stopped) {
      return;
    }
    stopped = true;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      nodes.get(i).stop();
      tell();
    }
    if (cassandra != null) {
      cassandra.stop();
    }
  }

  private synchronized boolean step() throws InterruptedException {
    if (stopped) {
      return false;
    }
    for (LocalNode node : nodes) {
      node.step().ifPresent(what -> say.accept(node.state().name() + " " + what));
    }
    if (cassandra != null && cassandra.revive()) {
      say.accept("Cassandra ended and is started again");
    }
    for (int i = files.takeAdds(); i > 0; i--) {
      grow();
    }
    tell();
    return true;
  }

  private void grow() {
    int number = nodes.size() + 1;
    if (number > ClusterPlan.AT_MOST) {
      say.accept("no node is added: a local cluster has at most " + ClusterPlan.AT_MOST);
      return;
    }
    places.put(number, place(number));
    add(number);
    say.accept("node" + number + " is added");
  }

  private void startCassandra(long end) throws InterruptedException {
    if (plan.contactPoints() != null) {
      return;
    }
    LocalCassandra own;
    synchronized (this) {
      own =
          new LocalCassandra(
              distribution, files, before == null ? null : before.cassandra(), plan.port() == 0);
      cassandra = own;
      tell();
    }
    say.accept("Cassandra is starting at " + own.contactPoint());
    while (!own.accepts()) {
      pause(end);
    }
  }

  private void pause(long end) throws InterruptedException {
    if (System.nanoTime() - end > 0) {
      throw new Failure(
          ExitCode.UNAVAILABLE,
          "not all was ready within "
              + plan.startWithin().toSeconds()
              + " s, and is stopped; see the logs in "
              + files.dir());
    }
    Thread.sleep(LOOK_EVERY_MILLIS);
  }

  private Failure failed(NodeState node) {
    String why =
        ClusterFiles.lastWord(
            files.nodeLog(node.number()), "it ended; see " + files.nodeLog(node.number()));
    Integer exit = node.lastExit();
    return new Failure(
        exit != null && exit == ExitCode.USAGE.code() ? ExitCode.USAGE : ExitCode.UNAVAILABLE,
        node.name() + ": " + why);
  }

  /** Where the others reach that node: as before if that can be had. */
  private String place(int number) {
    String host = "127.0.0." + number;
    int wanted = plan.port() == 0 ? 0 : REMOTING;
    NodeState earlier = before(number);
    if (earlier != null) {
      wanted = port(earlier.place());
    }
    return host + ":" + Ports.freeOr(host, wanted);
  }

  private void add(int number) {
    int port;
    NodeState earlier = before(number);
    if (plan.port() != 0) {
      port = Ports.free(NodeArguments.HOST, plan.port() + number - 1);
    } else {
      port =
          Ports.freeOr(
              NodeArguments.HOST, earlier == null ? 0 : port(earlier.url().replace("/", "")));
    }
    String url = "http://" + NodeArguments.HOST + ":" + port;
    int operatorPort =
        Ports.freeOr(NodeArguments.HOST, earlier == null ? 0 : port(earlier.operatorUrl()), port);
    String operatorUrl = "http://" + NodeArguments.HOST + ":" + operatorPort;
    String place = Objects.requireNonNull(places.get(number));
    NodeArguments arguments =
        new NodeArguments(
            number,
            port,
            operatorPort,
            place,
            List.copyOf(places.values()),
            contactPoints(),
            plan,
            files);
    nodes.add(
        new LocalNode(
            number,
            url,
            operatorUrl,
            place,
            () ->
                Programs.start(
                    arguments.command(distribution),
                    arguments.environment(cassandra != null),
                    files.nodeLog(number))));
  }

  private @Nullable NodeState before(int number) {
    return before == null ? null : before.node(number).orElse(null);
  }

  private static int port(String place) {
    return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
  }

  private String contactPoints() {
    return cassandra != null
        ? cassandra.contactPoint()
        : Objects.requireNonNullElse(plan.contactPoints(), "");
  }

  private void tell() {
    ClusterState now =
        new ClusterState(
            ProcessId.of(ProcessHandle.current()),
            contactPoints(),
            cassandra == null ? null : cassandra.state(),
            nodes.stream().map(LocalNode::state).toList());
    if (!now.equals(told)) {
      files.tell(now);
      told = now;
    }
  }
}
