package org.mmm.live;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.CborSerializable;

/** The relays of one node, as actors. They end with its actor system. */
public final class LiveRelays implements Relays {
  private final ActorRef<RelaysActor.Word> relays;

  private LiveRelays(ActorRef<RelaysActor.Word> relays) {
    this.relays = relays;
  }

  /**
   * @param attend says to the Room of that ID, wherever it is, that somebody wants to have to do
   *     with it; may be lost
   */
  public static Relays start(
      ActorSystem<?> system,
      LiveSettings settings,
      BiConsumer<String, ActorRef<CborSerializable>> attend) {
    return new LiveRelays(
        system.systemActorOf(RelaysActor.create(settings, attend), "relays", Props.empty()));
  }

  @Override
  public Watch watch(String room, Watcher watcher, @Nullable String persona) {
    var watch = new LiveWatch(room, watcher, persona, relays);
    relays.tell(new RelaysActor.Begin(watch));
    return watch;
  }

  @Override
  public void seat(String room, String persona, Consumer<Optional<Seat>> answer) {
    relays.tell(new RelaysActor.AskSeat(room, persona, answer));
  }
}
