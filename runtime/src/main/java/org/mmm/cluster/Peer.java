package org.mmm.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * One node, as another sees it.
 *
 * @param name as it is called in the M-Instance
 * @param place where the others reach it, {@code host:port}
 * @param status in the words of Pekko, in lower case: up, leaving
 * @param roles what it does
 * @param reachable whether it is seen
 * @param oldest whether it is the one that keeps the others in order
 */
public record Peer(
    String name,
    String place,
    String status,
    Set<String> roles,
    boolean reachable,
    boolean oldest) {
  /** Among the roles of Pekko, which all nodes know of each other, one is the name. */
  private static final String NAME = "name-";

  public Peer {
    roles = Set.copyOf(roles);
  }

  /** The role that tells the others how a node is called. */
  public static String roleOf(String name) {
    return NAME + name;
  }

  /** Whether entities may live there. */
  public boolean serves() {
    return reachable && status.equals("up");
  }

  /** Whether that is how the operator calls this node. */
  public boolean is(String nameOrPlace) {
    return name.equals(nameOrPlace) || place.equals(nameOrPlace);
  }

  /** All nodes, as this one sees them; the oldest first. */
  public static List<Peer> all(ActorSystem<?> system) {
    var state = Cluster.get(system).state();
    List<Member> members = new ArrayList<>();
    state.getMembers().forEach(members::add);
    members.sort((a, b) -> a.equals(b) ? 0 : a.isOlderThan(b) ? -1 : 1);
    List<Peer> peers = new ArrayList<>();
    for (Member member : members) {
      boolean oldest = peers.isEmpty() && !member.status().equals(MemberStatus.joining());
      peers.add(of(member, !state.getUnreachable().contains(member), oldest));
    }
    return peers;
  }

  private static Peer of(Member member, boolean reachable, boolean oldest) {
    String place = ShardAllocation.place(member.address());
    String name = place;
    Set<String> roles = new TreeSet<>();
    for (String role : member.getRoles()) {
      if (role.startsWith(NAME)) name = role.substring(NAME.length());
      else if (ClusterSettings.isRole(role)) roles.add(role);
    }
    String status = member.status().toString().toLowerCase(Locale.ROOT);
    return new Peer(name, place, status, roles, reachable, oldest);
  }
}
