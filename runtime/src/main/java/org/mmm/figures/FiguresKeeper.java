package org.mmm.figures;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;
import org.apache.pekko.cluster.typed.Cluster;
import org.jspecify.annotations.Nullable;
import org.mmm.cluster.Counterparts;

/**
 * Notes the counts of its node each second, tells its figures to whoever asks, and asks those of
 * all other nodes for who wants to see them together.
 */
public final class FiguresKeeper {
  private static final ServiceKey<FiguresWord> KEY =
      ServiceKey.create(FiguresWord.class, "mmm-figures");

  /** Known to this node alone. */
  private interface Own {}

  private enum Round implements Own {
    NOTE,
    GATHERED_LONG_ENOUGH
  }

  /**
   * Tell me the figures of all nodes. Not answered if far too many ask at the same time.
   *
   * @param from gets them within {@link FiguresSettings#answerWithin}
   */
  public record Gather(ActorRef<AllFigures> from) implements Own {}

  private final ActorContext<Object> context;
  private final TimerScheduler<Object> timers;
  private final FiguresSource source;
  private final RoomLoads rooms;
  private final FiguresSettings settings;
  private final Window window;
  private final Counterparts<FiguresWord> keepers;
  private @Nullable Gathering gathering;
  private long rounds;

  private FiguresKeeper(
      ActorContext<Object> context,
      TimerScheduler<Object> timers,
      FiguresSource source,
      RoomLoads rooms,
      FiguresSettings settings) {
    this.context = context;
    this.timers = timers;
    this.source = source;
    this.rooms = rooms;
    this.settings = settings;
    this.window = new Window(settings.rounds());
    this.keepers = Counterparts.meet(context, KEY);
  }

  /** Starts the keeper of this node. */
  public static ActorRef<Gather> start(
      ActorSystem<?> system, FiguresSource source, RoomLoads rooms, FiguresSettings settings) {
    Behavior<Object> behavior =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers -> new FiguresKeeper(context, timers, source, rooms, settings).begin()));
    return system.systemActorOf(behavior, "figures", Props.empty()).narrow();
  }

  private Behavior<Object> begin() {
    window.add(source.counts());
    timers.startTimerAtFixedRate(Round.NOTE, FiguresSettings.ROUND);
    return Behaviors.receive(Object.class)
        .onMessage(Receptionist.Listing.class, keepers::know)
        .onMessageEquals(Round.NOTE, this::note)
        .onMessage(FiguresWord.HowAreYou.class, this::answer)
        .onMessage(FiguresWord.IAm.class, this::told)
        .onMessage(Gather.class, this::gather)
        .onMessageEquals(Round.GATHERED_LONG_ENOUGH, this::end)
        .build();
  }

  private Behavior<Object> note() {
    window.add(source.counts());
    rooms.turn();
    return Behaviors.same();
  }

  private Behavior<Object> answer(FiguresWord.HowAreYou question) {
    question.from().tell(new FiguresWord.IAm(question.round(), own()));
    return Behaviors.same();
  }

  private Figures own() {
    return window.figures(source.levels(), rooms.busiest(settings.hotRooms()));
  }

  private Behavior<Object> gather(Gather wish) {
    if (gathering != null) {
      gathering.join(wish.from());
      return Behaviors.same();
    }
    Gathering begun = new Gathering(++rounds, addresses());
    begun.join(wish.from());
    begun.told(own());
    gathering = begun;
    keepers.tell(new FiguresWord.HowAreYou(rounds, keepers.self()));
    timers.startSingleTimer(Round.GATHERED_LONG_ENOUGH, settings.answerWithin());
    return begun.complete() ? end() : Behaviors.same();
  }

  private Behavior<Object> told(FiguresWord.IAm word) {
    if (gathering == null || !gathering.is(word.round())) return Behaviors.same(); // too late
    gathering.told(word.figures());
    return gathering.complete() ? end() : Behaviors.same();
  }

  private Behavior<Object> end() {
    timers.cancel(Round.GATHERED_LONG_ENOUGH);
    if (gathering != null) gathering.end();
    gathering = null;
    return Behaviors.same();
  }

  private List<String> addresses() {
    List<String> all = new ArrayList<>();
    Cluster.get(context.getSystem())
        .state()
        .getMembers()
        .forEach(member -> all.add(member.address().hostPort().replaceFirst("^.*@", "")));
    return all;
  }
}
