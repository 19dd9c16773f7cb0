package org.mmm.node;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.pekko.actor.DeadLetter;
import org.apache.pekko.actor.Dropped;
import org.apache.pekko.actor.UnhandledMessage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.eventstream.EventStream;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Counts the messages inside this node, and to other nodes, that reached nobody. */
final class DroppedMessages {
  private static final String NAME = "mmm.messages.dropped";

  private final Counter deadLetters;
  private final Counter dropped;
  private final Counter unhandled;

  private DroppedMessages(MeterRegistry registry) {
    this.deadLetters = counter(registry, "dead-letter");
    this.dropped = counter(registry, "full-queue");
    this.unhandled = counter(registry, "unhandled");
  }

  static DroppedMessages start(ActorSystem<?> system, MeterRegistry registry) {
    DroppedMessages counts = new DroppedMessages(registry);
    system.systemActorOf(counts.counting(), "dropped-messages", Props.empty());
    return counts;
  }

  /** All of them since the start. */
  long total() {
    return (long) (deadLetters.count() + dropped.count() + unhandled.count());
  }

  private Behavior<Object> counting() {
    return Behaviors.setup(
        context -> {
          var events = context.getSystem().eventStream();
          events.tell(new EventStream.Subscribe<>(DeadLetter.class, context.getSelf().narrow()));
          events.tell(new EventStream.Subscribe<>(Dropped.class, context.getSelf().narrow()));
          events.tell(
              new EventStream.Subscribe<>(UnhandledMessage.class, context.getSelf().narrow()));
          return Behaviors.receive(Object.class)
              .onMessage(DeadLetter.class, lost -> counted(deadLetters))
              .onMessage(Dropped.class, lost -> counted(dropped))
              .onMessage(UnhandledMessage.class, lost -> counted(unhandled))
              .build();
        });
  }

  private static Behavior<Object> counted(Counter counter) {
    counter.increment();
    return Behaviors.same();
  }

  private static Counter counter(MeterRegistry registry, String kind) {
    return Counter.builder(NAME)
        .description("Messages between actors that reached nobody")
        .tag("kind", kind)
        .register(registry);
  }
}
