package org.mmm.kernel;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/** A node with tallies in it, which notes what they send and how they write. */
final class TallyNode implements Post, EntityMetrics {
  private static final Config TEST =
      ConfigFactory.parseString(
          """
          pekko.loglevel = WARNING
          pekko.actor.provider = local
          pekko.coordinated-shutdown.exit-jvm = off
          pekko.coordinated-shutdown.run-by-actor-system-terminate = on
          mmm.serialization.roots {
            tally-event = "org.mmm.kernel.Tally$Event"
            tally-state = "org.mmm.kernel.Tally$Count"
          }
          """);

  final AtomicBoolean leased = new AtomicBoolean(true);
  final List<String> heldBack = new CopyOnWriteArrayList<>();
  final List<Message> sent = new CopyOnWriteArrayList<>();
  final List<Integer> writes = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();
  final List<String> dropped = new CopyOnWriteArrayList<>();
  private final ActorTestKit kit;
  private final EntitySettings settings;

  TallyNode(ActorTestKit kit, Duration flushSoonAfter, int deferredAtMost) {
    this.kit = kit;
    this.settings =
        new EntitySettings(
            Duration.ofMinutes(1), flushSoonAfter, Duration.ofMillis(100), 10, deferredAtMost, 10);
  }

  static Config config() {
    return TEST.withFallback(ConfigFactory.load());
  }

  ActorRef<EntityCommand> tally(String name) {
    var around =
        new MachineEntity.Surroundings(
            Ambient.system(), this, leased::get, settings, this, () -> 0);
    return kit.spawn(MachineEntity.of(Address.item(name), new Tally(), around, null));
  }

  TestProbe<Response> caller() {
    return kit.createTestProbe();
  }

  /** Tells that word; the answer goes to that caller. */
  static void tell(ActorRef<EntityCommand> tally, String word, TestProbe<Response> caller) {
    tally.tell(new EntityCommand.Envelope(Tally.word(word), Hlc.ZERO, caller.getRef()));
  }

  /** What it answers to that word. */
  Response ask(ActorRef<EntityCommand> tally, String word) {
    TestProbe<Response> caller = caller();
    tell(tally, word, caller);
    return caller.receiveMessage(Duration.ofSeconds(20));
  }

  /** Ends it as a shard does, and waits until it has ended. */
  void stop(ActorRef<EntityCommand> tally) {
    tally.tell(EntityCommand.Stop.NOW);
    kit.createTestProbe().expectTerminated(tally, Duration.ofSeconds(20));
  }

  @Override
  public void send(Address to, Message message, Hlc hlc, @Nullable ActorRef<Response> caller) {
    sent.add(message);
  }

  @Override
  public void written(Address.Kind kind, int events, long nanos) {
    writes.add(events);
  }

  @Override
  public void writeFailed(Address.Kind kind) {
    failures.add(kind.word());
  }

  @Override
  public void deferredDropped(Address.Kind kind) {
    dropped.add(kind.word());
  }

  @Override
  public void heldBack(Address.Kind kind) {
    heldBack.add(kind.word());
  }
}
