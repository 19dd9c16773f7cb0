package org.mmm.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mmm.rooms.Telling.consult;
import static org.mmm.rooms.Telling.embeds;
import static org.mmm.rooms.Telling.persona;

import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Call;
import org.mmm.kernel.EntityCommand;
import org.mmm.kernel.EntityMetrics;
import org.mmm.kernel.EntitySettings;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Lease;
import org.mmm.kernel.MachineEntity;
import org.mmm.kernel.Message;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;

@DisplayName("A place on the journal")
class PlaceEntityTest {
  private final ActorTestKit node =
      ActorTestKit.create(
          PersistenceTestKitPlugin.config()
              .withFallback(PersistenceTestKitSnapshotPlugin.config())
              .withFallback(ConfigFactory.parseString("mmm.entities.snapshot-every = 10"))
              .withFallback(ConfigFactory.load()));
  private final Queue<Message> sent = new ConcurrentLinkedQueue<>();
  private final MachineEntity.Surroundings around =
      new MachineEntity.Surroundings(
          new Ambient(Clock.fixed(Instant.ofEpochMilli(Telling.NOON), ZoneOffset.UTC)),
          (to, message, hlc, caller) -> sent.add(message),
          Lease.ALWAYS,
          EntitySettings.of(node.system().settings().config()),
          EntityMetrics.NONE,
          () -> 0);

  @AfterEach
  void stop() {
    node.shutdownTestKit();
  }

  @Test
  void knowsItsSeatsAndWhatItToldAfterARestart() {
    var room = start();
    Call founding = Telling.asking(embeds("World", 1, "Room1", "M1"), Telling.BEGINNING);
    tell(room, consult(Question.FOUND, founding, Telling.place("Room", "Anna", false, 40, 12)));
    for (int i = 1; i <= 12; i++) {
      tell(room, consult(Question.ADMIT, entering(i), persona("Persona" + i)));
    }
    await().until(() -> sent.size() == 13);
    node.stop(room, Duration.ofSeconds(10));
    sent.clear();

    var again = start();
    tell(again, consult(Question.ADMIT, entering(3), persona("Persona3")));
    tell(again, consult(Question.ADMIT, entering(13), persona("Persona13")));
    await().until(() -> sent.size() == 2);
    assertThat(sent)
        .extracting(m -> ((Message.Request) m).call().found(Question.ADMIT).map(Finding::status))
        .satisfies(
            told -> {
              assertThat(told.get(0)).contains(PaStatus.ACK);
              assertThat(told.get(1).map(PaStatus::acknowledged)).as("it is full").contains(false);
            });
  }

  private static Call entering(int i) {
    return embeds("Anna", i, "Persona" + i, "Room1");
  }

  private ActorRef<EntityCommand> start() {
    var self = Address.place("Room1");
    return node.spawn(MachineEntity.of(self, new PlaceMachine(self), around, null));
  }

  private static void tell(ActorRef<EntityCommand> room, Message message) {
    room.tell(new EntityCommand.Envelope(message, Hlc.ZERO, null));
  }
}
