package org.mmm.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own for some nodes: each has a namespace, joined to the others and to this
 * machine by a bridge, and can be cut off from any of the others. What is sent is lost without a
 * word, as where a cable is out. Needs iproute2 and the rights of root.
 */
final class SplitNetwork implements AutoCloseable {
  private static final String DEVICE = "eth0";
  private static final String BRIDGE = "bridge";

  /** Nobody's: what is sent there, the bridge gives to nobody who takes it. */
  private static final String NOBODY = "02:00:00:00:00:01";

  private final long id = ProcessHandle.current().pid() % 100_000;
  private final String uplink = "mmm" + id;
  private final String net = "10.213." + id % 250;
  private final int nodes;
  private final List<String> made = new ArrayList<>();

  /**
   * @param nodes how many, 1 to 9
   */
  SplitNetwork(int nodes) throws IOException, InterruptedException {
    this.nodes = nodes;
    try {
      add(hub());
      ip("-n", hub(), "link", "add", BRIDGE, "type", "bridge");
      ip("-n", hub(), "link", "set", BRIDGE, "up");
      ip("link", "add", uplink, "type", "veth", "peer", "name", "out", "netns", hub());
      ip("addr", "add", outside() + "/24", "dev", uplink);
      ip("link", "set", uplink, "up");
      ip("-n", hub(), "link", "set", "out", "master", BRIDGE, "up");
      for (int node = 1; node <= nodes; node++) join(node);
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  /** Why there can be none on this machine; empty if there can. */
  static Optional<String> hindrance() throws InterruptedException {
    String trial = "mmm-trial-" + ProcessHandle.current().pid();
    try {
      ip("netns", "add", trial);
      ip("netns", "del", trial);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("no network namespaces can be made here: " + e.getMessage());
    }
  }

  /** The address of that node. */
  String host(int node) {
    return net + "." + (10 + node);
  }

  /** The address of this machine, which all nodes reach. */
  String outside() {
    return net + ".1";
  }

  /** What comes before a command that is to run there. */
  List<String> inside(int node) {
    return List.of("ip", "netns", "exec", namespace(node));
  }

  /** None of these hears of any other node any more, nor is heard. */
  void cutOff(Set<Integer> some) throws IOException, InterruptedException {
    for (int one : some) {
      for (int other = 1; other <= nodes; other++) {
        if (some.contains(other)) continue;
        loses(one, other);
        loses(other, one);
      }
    }
  }

  /** All hear each other again. */
  void heal() throws IOException, InterruptedException {
    for (int node = 1; node <= nodes; node++) {
      ip("-n", namespace(node), "neigh", "flush", "dev", DEVICE, "nud", "permanent");
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (String namespace : made) {
      try {
        ip("netns", "del", namespace);
      } catch (IOException stays) {
        System.err.println(stays.getMessage());
      }
    }
  }

  private void loses(int from, int to) throws IOException, InterruptedException {
    ip(
        "-n",
        namespace(from),
        "neigh",
        "replace",
        host(to),
        "lladdr",
        NOBODY,
        "dev",
        DEVICE,
        "nud",
        "permanent");
  }

  private void join(int node) throws IOException, InterruptedException {
    String namespace = namespace(node);
    String plug = "node" + node;
    add(namespace);
    ip(
        "-n", hub(), "link", "add", plug, "type", "veth", "peer", "name", DEVICE, "netns",
        namespace);
    ip("-n", hub(), "link", "set", plug, "master", BRIDGE, "up");
    ip("-n", namespace, "addr", "add", host(node) + "/24", "dev", DEVICE);
    ip("-n", namespace, "link", "set", DEVICE, "up");
    ip("-n", namespace, "link", "set", "lo", "up");
  }

  /** The bridge has a namespace too: there no rule of this machine's firewall holds. */
  private String hub() {
    return "mmm-" + id + "-hub";
  }

  private String namespace(int node) {
    return "mmm-" + id + "-" + node;
  }

  private void add(String namespace) throws IOException, InterruptedException {
    ip("netns", "add", namespace);
    made.add(namespace);
  }

  private static void ip(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(Arrays.asList(words));
    Process ip = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(ip.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!ip.waitFor(10, TimeUnit.SECONDS) || ip.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }
}
