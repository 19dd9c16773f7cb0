package org.mmm.node;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;

/** The other nodes, as this one sees them. */
final class ClusterView {
  private final Cluster cluster;

  ClusterView(ActorSystem<?> system, MeterRegistry registry) {
    this.cluster = Cluster.get(system);
    gauge(registry, "up");
    gauge(registry, "other"); // joining or leaving
    Gauge.builder("mmm.cluster.unreachable", this, view -> view.unreachable().size())
        .description("Members of the cluster that this node does not reach")
        .strongReference(true)
        .register(registry);
  }

  private void gauge(MeterRegistry registry, String status) {
    Gauge.builder("mmm.cluster.members", this, view -> view.count(status.equals("up")))
        .description("Members of the cluster as this node sees them, by whether they are up")
        .tag("status", status)
        .strongReference(true)
        .register(registry);
  }

  private long count(boolean up) {
    long number = 0;
    for (Member member : cluster.state().getMembers()) {
      if (member.status().equals(MemberStatus.up()) == up) number++;
    }
    return number;
  }

  /** This node, {@code host:port}. */
  String self() {
    return place(cluster.selfMember().address());
  }

  List<String> members() {
    List<String> all = new ArrayList<>();
    cluster.state().getMembers().forEach(member -> all.add(place(member.address())));
    return all;
  }

  List<String> unreachable() {
    List<String> all = new ArrayList<>();
    cluster.state().getUnreachable().forEach(member -> all.add(place(member.address())));
    return all;
  }

  private static String place(Address address) {
    return address.host().get() + ":" + address.port().get();
  }
}
