package org.mmm.kernel;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.pubsub.Topic;
import org.apache.pekko.cluster.typed.Cluster;

/**
 * Sees to it that what was erased is not told from memory either: an entity that read its journal
 * before the latest erasure reads it again before it says anything more, and then finds the erased
 * parts unreadable. A node that does not hear of an erasure, because it is cut off just then,
 * learns of it when its copy of the key runs out.
 */
public final class Erasures {
  private final AtomicLong count = new AtomicLong();
  private final Consumer<String> forget;
  private final ActorRef<Topic.Command<Erased>> topic;
  private final String node;

  private Erasures(Consumer<String> forget, ActorRef<Topic.Command<Erased>> topic, String node) {
    this.forget = forget;
    this.topic = topic;
    this.node = node;
  }

  /**
   * @param forget drops what this node remembers of an Account's key
   */
  public static Erasures start(ActorSystem<?> system, Consumer<String> forget) {
    ActorRef<Topic.Command<Erased>> topic =
        system.systemActorOf(Topic.create(Erased.class, "erasures"), "erasures", Props.empty());
    String node = Cluster.get(system).selfMember().uniqueAddress().toString();
    Erasures erasures = new Erasures(forget, topic, node);
    Behavior<Erased> ear =
        Behaviors.receive(
            (context, erased) -> {
              if (!erased.node().equals(node)) erasures.heard(erased.account());
              return Behaviors.same();
            });
    topic.tell(Topic.subscribe(system.systemActorOf(ear, "erasures-heard", Props.empty())));
    return erasures;
  }

  /** The Account's key is gone from the store; every node drops what it has read by it. */
  public void erased(String account) {
    heard(account);
    topic.tell(Topic.publish(new Erased(account, node)));
  }

  /** How many this node knows of since it started. */
  long count() {
    return count.get();
  }

  private void heard(String account) {
    forget.accept(account);
    count.incrementAndGet();
  }
}
