package org.mmm.cluster;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/**
 * Those that do on the other nodes what an actor does on this one. Belongs to that actor, as its
 * own state does: not for other threads.
 *
 * @param <W> what they say to each other
 */
public final class Counterparts<W> {
  private final ServiceKey<W> key;
  private final ActorRef<W> self;
  private Set<ActorRef<W>> others = Set.of();

  private Counterparts(ServiceKey<W> key, ActorRef<W> self) {
    this.key = key;
    this.self = self;
  }

  /**
   * Makes an actor known to its counterparts, and them to it, as they come and go.
   *
   * @param context of the actor, which gives each {@link Receptionist.Listing} that it receives to
   *     {@link #know}
   * @param key the same on all nodes
   */
  public static <W> Counterparts<W> meet(ActorContext<Object> context, ServiceKey<W> key) {
    ActorRef<W> self = context.getSelf().narrow();
    var receptionist = context.getSystem().receptionist();
    receptionist.tell(Receptionist.register(key, self));
    // by an adapter: the receptionist watches who subscribes, and cannot if it is who registered
    receptionist.tell(
        Receptionist.subscribe(
            key, context.messageAdapter(Receptionist.Listing.class, listing -> listing)));
    return new Counterparts<>(key, self);
  }

  /** Who there is now, as the receptionist says. */
  public Behavior<Object> know(Receptionist.Listing listing) {
    others =
        listing.getAllServiceInstances(key).stream()
            .filter(one -> !one.equals(self))
            .collect(Collectors.toUnmodifiableSet());
    return Behaviors.same();
  }

  /** Says it to all of them. */
  public void tell(W word) {
    for (ActorRef<W> other : others) other.tell(word);
  }

  /** The actor itself, as its counterparts answer it. */
  public ActorRef<W> self() {
    return self;
  }
}
