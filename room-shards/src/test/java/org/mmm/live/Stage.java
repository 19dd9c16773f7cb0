package org.mmm.live;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.jspecify.annotations.Nullable;
import org.mmm.figures.LiveLoads;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.EntityCommand;
import org.mmm.kernel.EntityMetrics;
import org.mmm.kernel.EntitySettings;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Lease;
import org.mmm.kernel.MachineEntity;
import org.mmm.kernel.Message;
import org.mmm.kernel.Question;
import org.mmm.rooms.PlaceMachine;
import org.mmm.rooms.Telling;

/** Two nodes that reach each other, and a Room of Anna's on the one where it was put last. */
final class Stage implements AutoCloseable {
  static final String ROOM = "Room1";

  private static final Config CONFIG =
      ConfigFactory.parseString(
              """
              pekko.actor.provider = remote
              pekko.actor.allow-java-serialization = off
              pekko.remote.use-unsafe-remote-features-outside-cluster = on
              pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
              mmm.live { rate = 60, renew-every = 200ms, ask-again-after = 20ms }
              """)
          .withFallback(PersistenceTestKitPlugin.config())
          .withFallback(PersistenceTestKitSnapshotPlugin.config())
          .withFallback(ConfigFactory.load());

  private final ActorTestKit here = ActorTestKit.create("mmm", CONFIG);
  private final ActorTestKit there = ActorTestKit.create("mmm", CONFIG);

  /** What both nodes' Rooms keep. */
  final KeptInMemory kept = new KeptInMemory();

  /** What they cost. */
  final LiveLoads loads = new LiveLoads(10, System::nanoTime);

  private final AtomicReference<@Nullable ActorRef<EntityCommand>> room = new AtomicReference<>();
  private final Queue<Message> sent = new ConcurrentLinkedQueue<>();
  private @Nullable ActorTestKit host;

  /** The relays of the first node. */
  final Relays relays =
      LiveRelays.start(
          here.system(), LiveSettings.of(here.system().settings().config()), this::attend);

  /** Puts the Room, which is founded there anew, on the first node. */
  void openHere() {
    open(here);
  }

  /** Puts it on the other one. */
  void openThere() {
    open(there);
  }

  private void open(ActorTestKit node) {
    ActorRef<EntityCommand> before = room.get();
    ActorTestKit was = host;
    if (before != null && was != null) was.stop(before, Duration.ofSeconds(10));
    var self = Address.place(ROOM);
    var settings = LiveSettings.of(node.system().settings().config());
    var live = new LivePlace(settings, kept, loads, () -> Telling.NOON);
    ActorRef<EntityCommand> opened =
        node.spawn(MachineEntity.of(self, new PlaceMachine(self), around(node), null, live));
    if (!founded(node)) {
      var founding = Telling.asking(Telling.embeds("World", 1, ROOM, "M1"), Telling.BEGINNING);
      var place = Telling.place("Room", "Anna", false, 40, 12);
      tellAndAwait(opened, Telling.consult(Question.FOUND, founding, place));
    }
    host = node;
    room.set(opened); // found by who watches from here on
  }

  private static boolean founded(ActorTestKit node) {
    var kit = PersistenceTestKit.create(node.system());
    return !kit.persistedInStorage("place|" + ROOM).isEmpty();
  }

  /** The seq-th request of Anna: that Persona enters the Room, at that point of its floor. */
  void enters(int seq, String persona, double x) {
    var wish = Telling.at(x, 0, 0, Telling.persona(persona));
    tellAndAwait(Telling.consult(Question.ADMIT, Telling.embeds("Anna", seq, persona, ROOM), wish));
  }

  /** And that one, who came by another of her requests, stands elsewhere in it. */
  void moves(int seq, int camewith, String persona, double x) {
    var wish = Telling.standingSince(move(camewith), Telling.at(x, 0, 0, Telling.persona(persona)));
    tellAndAwait(Telling.consult(Question.ADMIT, Telling.embeds("Anna", seq, persona, ROOM), wish));
  }

  /** Who came by that request of hers leaves. */
  void leaves(int cameWith, String persona) {
    tellAndAwait(new Message.Release(persona, move(cameWith), Address.item(persona)));
  }

  private static CallId move(int seq) {
    return new CallId(Address.process("Anna"), seq, 0);
  }

  private void tellAndAwait(Message message) {
    tellAndAwait(Objects.requireNonNull(room.get()), message);
  }

  private void tellAndAwait(ActorRef<EntityCommand> to, Message message) {
    int before = sent.size();
    to.tell(new EntityCommand.Envelope(message, Hlc.ZERO, null));
    await().until(() -> sent.size() > before);
  }

  /** As the shards do it: by whatever way leads to where the Room is. */
  private void attend(String id, ActorRef<CborSerializable> by) {
    ActorRef<EntityCommand> to = room.get();
    if (to == null || !id.equals(ROOM)) return;
    String path =
        ActorRefResolver.get((host == here ? here : there).system()).toSerializationFormat(to);
    ActorRefResolver.get(here.system())
        .<EntityCommand>resolveActorRef(path)
        .tell(new EntityCommand.Attend(by));
  }

  private MachineEntity.Surroundings around(ActorTestKit node) {
    return new MachineEntity.Surroundings(
        new Ambient(Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC)),
        (to, message, hlc, caller) -> sent.add(message),
        Lease.ALWAYS,
        EntitySettings.of(node.system().settings().config()),
        EntityMetrics.NONE,
        () -> 0);
  }

  @Override
  public void close() {
    here.shutdownTestKit();
    there.shutdownTestKit();
  }
}
