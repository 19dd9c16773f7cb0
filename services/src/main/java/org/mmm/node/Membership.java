package org.mmm.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Cluster;
import org.mmm.cluster.ClusterSettings;
import org.mmm.cluster.Formation;
import org.mmm.kernel.Address;

/** This node among the others: how it comes in, and how it goes when they put it out. */
final class Membership {
  /** The exit code of a node that was put out, or put itself out: start it again. */
  static final int DOWNED = 75;

  /** Where entities live: places on nodes with the role room, all others on those of processes. */
  static final Map<Address.Kind, String> ROLES =
      Map.of(
          Address.Kind.PLACE, ClusterSettings.ROOM,
          Address.Kind.PROCESS, ClusterSettings.PROCESS,
          Address.Kind.ITEM, ClusterSettings.PROCESS,
          Address.Kind.SERVICE, ClusterSettings.PROCESS,
          Address.Kind.DIRECTORY, ClusterSettings.PROCESS,
          Address.Kind.WORLD, ClusterSettings.PROCESS);

  private final ActorSystem<?> system;
  private final ClusterSettings settings;
  private final CompletableFuture<Integer> fate = new CompletableFuture<>();

  Membership(ActorSystem<?> system, ClusterSettings settings) {
    this.system = system;
    this.settings = settings;
    system.getWhenTerminated().thenAccept(done -> ended());
  }

  /** What the actor system must know before it starts. */
  static Config config(ClusterSettings settings) {
    return ConfigFactory.parseMap(
        Map.of(
            "pekko.remote.artery.canonical.hostname", settings.host(),
            "pekko.remote.artery.canonical.port", settings.port(),
            "pekko.cluster.roles", List.copyOf(settings.roles())),
        "membership");
  }

  /**
   * Joins and waits until it is a member; throws a {@link NodeFailure} if it does not become one.
   */
  void join() {
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    Cluster.get(system).registerOnMemberUp(() -> up.complete(true));
    try {
      Formation.begin(system, settings);
      up.orTimeout(settings.joinWithin().toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (IllegalArgumentException e) {
      throw NodeFailure.usage(e);
    } catch (CompletionException late) {
      throw NodeFailure.unavailable(
          "this node did not become a member within "
              + settings.joinWithin().toSeconds()
              + " s: none of the seeds "
              + settings.seeds()
              + (settings.dns().isEmpty() ? "" : " and " + settings.dns())
              + " answered; start the first of them, or this one with --seed-self",
          late);
    }
  }

  /** Completes with an exit code when the actor system has ended. */
  CompletionStage<Integer> fate() {
    return fate;
  }

  private void ended() {
    var reason = CoordinatedShutdown.get(system).getShutdownReason();
    boolean downed =
        reason.filter(r -> r == CoordinatedShutdown.clusterDowningReason()).isPresent();
    fate.complete(downed ? DOWNED : NodeFailure.FAILED);
  }
}
