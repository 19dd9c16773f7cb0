package org.mmm.cluster;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.ddata.Key;
import org.apache.pekko.cluster.ddata.LWWRegister;
import org.apache.pekko.cluster.ddata.LWWRegisterKey;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;
import org.apache.pekko.cluster.ddata.typed.javadsl.DistributedData;
import org.apache.pekko.cluster.ddata.typed.javadsl.Replicator;

/**
 * The {@link Directives}, of which every node keeps a copy, so that they are lost with the last of
 * them only. {@link Operations} alone writes them, so two writes never meet.
 */
final class WantedState {
  static final Key<LWWRegister<Directives>> KEY = LWWRegisterKey.create("mmm-directives");

  /** How long a majority of the nodes may take to know it, or to tell it. */
  static final Duration WITHIN = Duration.ofSeconds(2);

  private WantedState() {}

  /** What this node knows of them; follows every change. */
  static Supplier<Directives> follow(ActorSystem<?> system) {
    AtomicReference<Directives> known = new AtomicReference<>(Directives.NONE);
    Behavior<Replicator.SubscribeResponse<LWWRegister<Directives>>> follower =
        Behaviors.setup(
            context -> {
              DistributedData.get(system)
                  .replicator()
                  .tell(new Replicator.Subscribe<>(KEY, context.getSelf()));
              return Behaviors.receiveMessage(
                  change -> {
                    if (change instanceof Replicator.Changed<LWWRegister<Directives>> changed) {
                      known.set(changed.dataValue().getValue());
                    }
                    return Behaviors.same();
                  });
            });
    system.systemActorOf(follower, "directives", Props.empty());
    return known::get;
  }

  static Replicator.Get<LWWRegister<Directives>> get(
      ActorRef<Replicator.GetResponse<LWWRegister<Directives>>> answerTo) {
    return new Replicator.Get<>(KEY, new Replicator.ReadMajority(WITHIN), answerTo);
  }

  static Replicator.Update<LWWRegister<Directives>> put(
      SelfUniqueAddress self,
      Directives value,
      ActorRef<Replicator.UpdateResponse<LWWRegister<Directives>>> answerTo) {
    return new Replicator.Update<>(
        KEY,
        LWWRegister.create(self, Directives.NONE),
        new Replicator.WriteMajority(WITHIN),
        answerTo,
        before -> before.withValue(self, value));
  }
}
