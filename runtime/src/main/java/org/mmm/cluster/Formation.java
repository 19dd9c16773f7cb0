package org.mmm.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.JoinSeedNodes;

/** How a node finds the others. */
public final class Formation {
  private Formation() {}

  /**
   * Whether this node is the one that begins a cluster where there is none: the first seed, or one
   * that is told to.
   *
   * @throws IllegalArgumentException if the name of the seeds has no address
   */
  public static boolean begins(ActorSystem<?> system, ClusterSettings settings) {
    Address self = Cluster.get(system).selfMember().address();
    List<Address> seeds = seeds(self, settings);
    return settings.seedSelf() || (!seeds.isEmpty() && seeds.get(0).equals(self));
  }

  /**
   * Sets out to join; the node is a member some time later. May be called again meanwhile.
   *
   * @param begin whether it may begin a cluster if no other seed answers
   * @throws IllegalArgumentException if the name of the seeds has no address
   */
  public static void join(ActorSystem<?> system, ClusterSettings settings, boolean begin) {
    Cluster cluster = Cluster.get(system);
    Address self = cluster.selfMember().address();
    if (settings.alone()) {
      cluster.manager().tell(Join.create(self));
      return;
    }
    // Pekko lets the first seed begin a cluster, and only after no other has answered. So a node
    // that may begin one puts itself first, and joins one that is there all the same.
    List<Address> seeds = new ArrayList<>(seeds(self, settings));
    seeds.remove(self);
    if (begin) seeds.add(0, self);
    if (!seeds.isEmpty()) cluster.manager().tell(new JoinSeedNodes(seeds));
  }

  private static List<Address> seeds(Address self, ClusterSettings settings) {
    List<Address> seeds = new ArrayList<>();
    for (String place : places(settings)) seeds.add(address(self, place));
    return seeds;
  }

  private static Set<String> places(ClusterSettings settings) {
    Set<String> places = new LinkedHashSet<>(settings.seeds());
    if (settings.dns().isEmpty()) return places;
    int colon = settings.dns().lastIndexOf(':');
    String name = settings.dns().substring(0, colon);
    try {
      List<String> addresses = new ArrayList<>();
      for (InetAddress one : InetAddress.getAllByName(name)) addresses.add(one.getHostAddress());
      // The same order on every node, so that the same one is the first.
      addresses.stream().sorted().forEach(a -> places.add(a + settings.dns().substring(colon)));
      return places;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "mmm.cluster.dns must name addresses of nodes, but \""
              + name
              + "\" has none: check the name, or list the nodes in mmm.cluster.seeds",
          e);
    }
  }

  private static Address address(Address self, String place) {
    int colon = place.lastIndexOf(':');
    return new Address(
        self.protocol(),
        self.system(),
        place.substring(0, colon),
        Integer.parseInt(place.substring(colon + 1)));
  }
}
