package org.mmm.live;

import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.jspecify.annotations.Nullable;
import org.mmm.figures.LiveLoads;
import org.mmm.journal.Checkpoints;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Companion;
import org.mmm.kernel.EntityCommand;
import org.mmm.kernel.Message;
import org.mmm.rooms.PlaceState;

/** What makes a place live: from the first who wants to watch it until its entity ends. */
public final class LivePlace implements Companion<PlaceState> {
  private final LiveSettings settings;
  private final Checkpoints checkpoints;
  private final LiveLoads loads;
  private final LongSupplier clock;
  private @Nullable ActorRef<RoomWord> live;
  private Map<String, org.mmm.rooms.Seat> told = Map.of();

  /**
   * @param checkpoints where things stood when it was live before
   * @param loads where it counts what it costs
   * @param clock the time, in ms since 1970
   */
  public LivePlace(
      LiveSettings settings, Checkpoints checkpoints, LiveLoads loads, LongSupplier clock) {
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.loads = loads;
    this.clock = clock;
  }

  @Override
  public void attended(
      ActorContext<EntityCommand> entity, PlaceState place, ActorRef<CborSerializable> by) {
    ActorRef<RelayWord> relay = by.narrow();
    if (!place.item().exists()) {
      relay.tell(new RelayWord.NoRoom());
      return;
    }
    ActorRef<RoomWord> room = live;
    if (room == null) {
      told = place.seats();
      double side = place.item().birth().side();
      String id = place.item().id();
      var parts = new BeginningRoom.Parts(id, side, settings, checkpoints, loads, clock);
      room = entity.spawnAnonymous(BeginningRoom.create(parts, told));
      live = room;
    }
    room.tell(new RoomWord.Attended(relay));
  }

  @Override
  public void written(PlaceState place) {
    ActorRef<RoomWord> room = live;
    if (room == null || place.seats() == told) return;
    told = place.seats();
    room.tell(new RoomWord.Written(told));
  }

  @Override
  public void said(Message.Said what) {
    ActorRef<RoomWord> room = live;
    if (room != null) room.tell(new RoomWord.Spoken(what));
  }

  @Override
  public void forget() {
    live = null;
    told = Map.of();
  }
}
