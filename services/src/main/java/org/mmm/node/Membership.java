package org.mmm.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Cluster;
import org.jspecify.annotations.Nullable;
import org.mmm.cluster.ClusterSettings;
import org.mmm.cluster.Formation;
import org.mmm.cluster.Peer;
import org.mmm.journal.JournalException;
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

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final ActorSystem<?> system;
  private final ClusterSettings settings;
  private final CompletableFuture<Integer> fate = new CompletableFuture<>();
  private volatile boolean closing;

  Membership(ActorSystem<?> system, ClusterSettings settings) {
    this.system = system;
    this.settings = settings;
    system.getWhenTerminated().thenAccept(done -> decide());
  }

  /** What the actor system must know before it starts. */
  static Config config(ClusterSettings settings, String name) {
    List<String> roles = new ArrayList<>(settings.roles());
    roles.add(Peer.roleOf(name));
    return ConfigFactory.parseMap(
        Map.of(
            "pekko.remote.artery.canonical.hostname", settings.host(),
            "pekko.remote.artery.canonical.port", settings.port(),
            "pekko.cluster.roles", roles),
        "membership");
  }

  /**
   * Joins and waits until it is a member; throws a {@link NodeFailure} if it does not become one.
   *
   * @param presence who lives, as the store that the nodes share has it; null where they share none
   */
  void join(@Nullable Presence presence) {
    CompletableFuture<Boolean> up = new CompletableFuture<>();
    Cluster.get(system).registerOnMemberUp(() -> up.complete(true));
    try {
      if (presence == null || settings.alone()) {
        Formation.join(system, settings, true);
        up.orTimeout(settings.joinWithin().toMillis(), TimeUnit.MILLISECONDS).join();
      } else {
        joinWhoLives(presence, up);
      }
    } catch (IllegalArgumentException e) {
      throw NodeFailure.usage(e);
    } catch (JournalException e) {
      throw NodeFailure.unavailable(NodeFailure.line(e), e);
    } catch (CompletionException late) {
      throw notJoined(late);
    }
  }

  /** A cluster is begun only where no node lives, also none that cannot be reached from here. */
  private void joinWhoLives(Presence presence, CompletableFuture<Boolean> up) {
    boolean begins = Formation.begins(system, settings);
    boolean began = begins && presence.others().isEmpty();
    Formation.join(system, settings, began);
    long end = System.nanoTime() + settings.joinWithin().toNanos();
    while (!came(up)) {
      if (System.nanoTime() > end) throw notJoined(new TimeoutException());
      boolean may = begins && presence.others().isEmpty();
      if (may != began) Formation.join(system, settings, may);
      began = may;
    }
  }

  private boolean came(CompletableFuture<Boolean> up) {
    try {
      return up.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      if (ended()) throw NodeFailure.putOut(notYet);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NodeFailure.failed("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private NodeFailure notJoined(Throwable late) {
    return NodeFailure.unavailable(
        "this node did not become a member within "
            + settings.joinWithin().toSeconds()
            + " s: none of the seeds "
            + settings.seeds()
            + (settings.dns().isEmpty() ? "" : " and " + settings.dns())
            + " answered; start the first of them, or this one with --seed-self",
        late);
  }

  /** Where the others reach this node. */
  String place() {
    var self = Cluster.get(system).selfAddress();
    return self.host().get() + ":" + self.port().get();
  }

  /** Whether the actor system has ended though nobody closed it: nothing is answered any more. */
  boolean ended() {
    return fate.isDone();
  }

  /**
   * What comes of it. Throws a {@link NodeFailure} if this node is put out before: its actor system
   * ends then, and with it whoever could answer, and the clock that would say that it is late.
   */
  <T> T unlessPutOut(CompletionStage<T> what) {
    CompletableFuture<T> answer = what.toCompletableFuture();
    CompletableFuture.anyOf(answer, fate).join();
    if (!answer.isDone()) throw NodeFailure.putOut(null);
    return answer.join();
  }

  /** Completes with an exit code when the actor system has ended. */
  CompletionStage<Integer> fate() {
    return fate;
  }

  /**
   * Does that when Java ends, and leaves the network to the others until then. Pekko closes it at
   * once where it does not know that anything is left to be done.
   */
  void atExit(Runnable close) {
    CoordinatedShutdown.get(system).addJvmShutdownHook(close);
  }

  /** From here on the end of the actor system is no fate: this node ends it itself. */
  void close() {
    closing = true;
  }

  private void decide() {
    if (closing) return;
    var reason = CoordinatedShutdown.get(system).getShutdownReason().orElse(null);
    if (reason == CoordinatedShutdown.clusterDowningReason()) fate.complete(DOWNED);
    else
      fate.complete(reason == CoordinatedShutdown.clusterLeavingReason() ? 0 : NodeFailure.FAILED);
  }
}
