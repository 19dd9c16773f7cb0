package org.mmm.figures;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.mmm.cluster.Counterparts;
import org.mmm.cluster.Peer;

/**
 * Tells the live Rooms of its node to whoever asks, and asks all other nodes for theirs for who
 * wants to see them together.
 */
public final class RoomsKeeper {
  /** So many may wait for the answers of the other nodes at the same time. */
  private static final int WAITING_AT_MOST = 100;

  private static final ServiceKey<RoomsWord> KEY =
      ServiceKey.create(RoomsWord.class, "mmm-live-rooms");

  /** Known to this node alone. */
  private interface Own {}

  private enum Round implements Own {
    NOTE
  }

  private record LongEnough(long round) implements Own {}

  /**
   * Tell me the live Rooms of all nodes. Not answered if far too many ask at the same time.
   *
   * @param name part of the names of those that are wanted, in upper or lower case
   * @param atMost how many each node tells one by one
   * @param from gets them within {@link FiguresSettings#answerWithin}
   */
  public record Gather(String name, int atMost, ActorRef<AllRooms> from) implements Own {}

  /** One question on its way: whose answers are missing, and what the others told. */
  private static final class Question {
    final ActorRef<AllRooms> from;
    final Set<String> missing;
    final Map<String, RoomsHere> told = new HashMap<>();

    Question(ActorRef<AllRooms> from, Set<String> missing) {
      this.from = from;
      this.missing = missing;
    }
  }

  private final TimerScheduler<Object> timers;
  private final ActorSystem<?> system;
  private final String place;
  private final LiveLoads loads;
  private final Duration within;
  private final Counterparts<RoomsWord> keepers;
  private final Map<Long, Question> questions = new HashMap<>();
  private long rounds;

  private RoomsKeeper(
      ActorContext<Object> context,
      TimerScheduler<Object> timers,
      String place,
      LiveLoads loads,
      Duration within) {
    this.timers = timers;
    this.system = context.getSystem();
    this.place = place;
    this.loads = loads;
    this.within = within;
    this.keepers = Counterparts.meet(context, KEY);
  }

  /**
   * Starts the keeper of this node.
   *
   * @param place of this node, {@code host:port}
   */
  public static ActorRef<Gather> start(
      ActorSystem<?> system, String place, LiveLoads loads, FiguresSettings settings) {
    Behavior<Object> behavior =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers ->
                        new RoomsKeeper(context, timers, place, loads, settings.answerWithin())
                            .begin()));
    return system.systemActorOf(behavior, "live-rooms", Props.empty()).narrow();
  }

  private Behavior<Object> begin() {
    timers.startTimerAtFixedRate(Round.NOTE, FiguresSettings.ROUND);
    return Behaviors.receive(Object.class)
        .onMessage(Receptionist.Listing.class, keepers::know)
        .onMessageEquals(Round.NOTE, this::note)
        .onMessage(RoomsWord.Which.class, this::answer)
        .onMessage(RoomsWord.These.class, this::told)
        .onMessage(Gather.class, this::gather)
        .onMessage(LongEnough.class, late -> end(late.round()))
        .build();
  }

  private Behavior<Object> note() {
    loads.turn();
    return Behaviors.same();
  }

  private Behavior<Object> answer(RoomsWord.Which asked) {
    RoomsHere own = loads.show(asked.name(), asked.atMost());
    asked.from().tell(new RoomsWord.These(asked.round(), place, own));
    return Behaviors.same();
  }

  private Behavior<Object> gather(Gather wish) {
    if (questions.size() >= WAITING_AT_MOST) return Behaviors.same();
    long round = ++rounds;
    Question begun = new Question(wish.from(), expected());
    questions.put(round, begun);
    begun.told.put(place, loads.show(wish.name(), wish.atMost()));
    if (begun.missing.isEmpty()) return end(round);
    keepers.tell(new RoomsWord.Which(round, wish.name(), wish.atMost(), keepers.self()));
    timers.startSingleTimer(round, new LongEnough(round), within);
    return Behaviors.same();
  }

  /** Nobody waits for a node that is not seen. */
  private Set<String> expected() {
    Set<String> others = new HashSet<>();
    for (Peer peer : Peer.all(system)) if (peer.reachable()) others.add(peer.place());
    others.remove(place);
    return others;
  }

  private Behavior<Object> told(RoomsWord.These word) {
    Question asked = questions.get(word.round());
    if (asked == null) return Behaviors.same(); // too late
    asked.told.put(word.place(), word.rooms());
    asked.missing.remove(word.place());
    return asked.missing.isEmpty() ? end(word.round()) : Behaviors.same();
  }

  private Behavior<Object> end(long round) {
    timers.cancel(round);
    Question asked = questions.remove(round);
    if (asked != null) asked.from.tell(new AllRooms(asked.told));
    return Behaviors.same();
  }
}
