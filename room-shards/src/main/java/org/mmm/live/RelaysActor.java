package org.mmm.live;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.mmm.kernel.CborSerializable;

/** The relays of one node: one for each Room that is watched from it, as long as it is. */
final class RelaysActor extends AbstractBehavior<RelaysActor.Word> {
  /** What it is told. */
  sealed interface Word {}

  /** One more watches. */
  record Begin(LiveWatch watch) implements Word {}

  /** One does not any more; said once of each that began. */
  record End(LiveWatch watch) implements Word {}

  /** One left frames out. */
  record NeedsKey(LiveWatch watch) implements Word {}

  /** Where does that Persona sit? */
  record AskSeat(String room, String persona, Consumer<Optional<Seat>> answer) implements Word {}

  private static final class Relay {
    private final ActorRef<RelayMessage> actor;
    private int watchers;

    private Relay(ActorRef<RelayMessage> actor) {
      this.actor = actor;
    }
  }

  private final LiveSettings settings;
  private final BiConsumer<String, ActorRef<CborSerializable>> attend;
  private final Map<String, Relay> relays = new HashMap<>();

  private RelaysActor(
      ActorContext<Word> context,
      LiveSettings settings,
      BiConsumer<String, ActorRef<CborSerializable>> attend) {
    super(context);
    this.settings = settings;
    this.attend = attend;
  }

  static Behavior<Word> create(
      LiveSettings settings, BiConsumer<String, ActorRef<CborSerializable>> attend) {
    return Behaviors.setup(context -> new RelaysActor(context, settings, attend));
  }

  @Override
  public Receive<Word> createReceive() {
    return newReceiveBuilder()
        .onMessage(Begin.class, this::begin)
        .onMessage(End.class, this::end)
        .onMessage(NeedsKey.class, this::needsKey)
        .onMessage(AskSeat.class, this::askSeat)
        .build();
  }

  private Behavior<Word> begin(Begin begin) {
    String room = begin.watch().room();
    Relay relay = relays.computeIfAbsent(room, this::start);
    relay.watchers++;
    if (relay.watchers > settings.watchersAtMost()) begin.watch().end(Ending.FULL);
    else relay.actor.tell(new RelayMessage.Join(begin.watch()));
    return this;
  }

  private Behavior<Word> end(End end) {
    String room = end.watch().room();
    Relay relay = relays.get(room);
    if (relay == null) return this;
    relay.actor.tell(new RelayMessage.Leave(end.watch()));
    if (--relay.watchers == 0) {
      getContext().stop(relay.actor);
      relays.remove(room);
    }
    return this;
  }

  private Behavior<Word> needsKey(NeedsKey needs) {
    Relay relay = relays.get(needs.watch().room());
    if (relay != null) relay.actor.tell(new RelayMessage.NeedsKey(needs.watch()));
    return this;
  }

  private Behavior<Word> askSeat(AskSeat asked) {
    var question =
        SeatQuestion.create(
            settings, asked.persona(), by -> attend.accept(asked.room(), by), asked.answer());
    getContext().spawnAnonymous(question);
    return this;
  }

  private Relay start(String room) {
    return new Relay(
        getContext().spawnAnonymous(RelayActor.create(settings, by -> attend.accept(room, by))));
  }
}
