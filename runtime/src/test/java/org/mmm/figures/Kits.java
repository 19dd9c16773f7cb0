package org.mmm.figures;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;

/** Nodes of one cluster, in one JVM, on which nothing runs but what a test starts. */
final class Kits implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<ActorTestKit> nodes = new ArrayList<>();

  /** One more, which all others see. */
  ActorTestKit node() {
    ActorTestKit kit =
        ActorTestKit.create(
            "figures",
            ConfigFactory.parseMap(
                    Map.of(
                        "pekko.actor.provider", "cluster",
                        "pekko.remote.artery.canonical.hostname", "127.0.0.1",
                        "pekko.remote.artery.canonical.port", 0,
                        "pekko.cluster.jmx.multi-mbeans-in-same-jvm", "on"))
                .withFallback(ConfigFactory.load()));
    nodes.add(kit);
    Cluster cluster = Cluster.get(kit.system());
    var seed = Cluster.get(nodes.get(0).system()).selfMember().address();
    cluster.manager().tell(Join.create(seed));
    int now = nodes.size();
    await().atMost(PATIENCE).until(() -> nodes.stream().allMatch(n -> up(n) == now));
    return kit;
  }

  private static long up(ActorTestKit kit) {
    long up = 0;
    for (var member : Cluster.get(kit.system()).state().getMembers()) {
      if (member.status().toString().equals("Up")) up++;
    }
    return up;
  }

  /** Where the others reach it, {@code host:port}. */
  static String place(ActorTestKit kit) {
    var address = Cluster.get(kit.system()).selfMember().address();
    return address.host().get() + ":" + address.port().get();
  }

  @Override
  public void close() {
    nodes.forEach(ActorTestKit::shutdownTestKit);
  }
}
