package org.mmm.cluster;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;
import org.mmm.kernel.Ambient;

/**
 * What the operator asks of the nodes, from any of them: one actor on the oldest node decides, so
 * that of two drains at the same time one is refused.
 */
public final class Operations {
  private final ActorRef<Operation> ref;
  private final Supplier<Directives> directives;

  private Operations(ActorRef<Operation> ref, Supplier<Directives> directives) {
    this.ref = ref;
    this.directives = directives;
  }

  /**
   * Starts this node's part of it.
   *
   * @param types the entity types
   */
  public static Operations start(ActorSystem<?> system, Ambient ambient, Set<String> types) {
    Supplier<Directives> directives = WantedState.follow(system);
    var actor =
        SingletonActor.of(
            OperationsActor.behavior(ambient, new TreeSet<>(types)), "mmm-operations");
    return new Operations(ClusterSingleton.get(system).init(actor), directives);
  }

  /** Takes what is asked. */
  public ActorRef<Operation> ref() {
    return ref;
  }

  /** What is wanted of the nodes, as this one knows it. */
  public Directives directives() {
    return directives.get();
  }
}
