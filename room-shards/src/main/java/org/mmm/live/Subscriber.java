package org.mmm.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;
import org.mmm.figures.RoomTally;

/** One relay as its Room knows it: who watches there, from which seats, and what they are sent. */
final class Subscriber {
  private static final int ONLOOKER = -1;
  private static final int[] NOBODY = {};

  private final ActorRef<RelayWord> relay;
  private final LiveRoom room;

  /** The slot of each viewer; {@link #ONLOOKER} of who has no seat. */
  private final Map<Integer, Integer> viewers = new LinkedHashMap<>();

  private final List<Integer> ended = new ArrayList<>();
  private boolean key;
  private long sent;
  private int unheard;

  Subscriber(ActorRef<RelayWord> relay, LiveRoom room) {
    this.relay = relay;
    this.room = room;
  }

  boolean watches() {
    return !viewers.isEmpty() || !ended.isEmpty();
  }

  int watchers() {
    return viewers.size();
  }

  /** It was heard of. */
  void heard() {
    unheard = 0;
  }

  /** How often this was asked since it was heard of. */
  int unheard() {
    return ++unheard;
  }

  void greet(ActorRef<RoomWord> self) {
    relay.tell(new RelayWord.Greeting(self, room.incarnation(), room.rate(), sent));
  }

  void collect(long tick) {
    relay.tell(new RelayWord.Collect(tick));
  }

  void take(RoomWord.Views views) {
    if (views.anew()) forget();
    for (RoomWord.Viewer one : views.came()) {
      int slot = one.persona() == null ? ONLOOKER : room.seats().slot(one.persona());
      if (one.persona() != null && slot < 0) {
        ended.add(one.number());
        continue;
      }
      if (slot >= 0) room.watch(slot, 1);
      unwatch(viewers.put(one.number(), slot));
    }
    for (int gone : views.gone()) unwatch(viewers.remove(gone));
    key |= views.key();
    Wishes.read(
        views.wishes(),
        (viewer, generation, input, x, y, z, yaw, pitch, roll) -> {
          Integer slot = viewers.get(viewer);
          if (slot != null && slot >= 0) {
            room.wish(slot, generation, input, x, y, z, yaw, pitch, roll);
          }
        });
  }

  /** Nobody sits there any more; to be called before another does. */
  void left(int slot) {
    viewers
        .entrySet()
        .removeIf(
            viewer -> {
              boolean over = viewer.getValue() == slot;
              if (over) ended.add(viewer.getKey());
              return over;
            });
  }

  /**
   * Sends what there is to say at this tick.
   *
   * @param tally where that is counted
   */
  void send(RoomTally tally) {
    List<RelayWord.Part> parts = parts();
    if (parts.isEmpty() && !key && ended.isEmpty()) return;
    byte @Nullable [] keyFrame = key ? room.keyFrame() : null;
    int[] over = ended.isEmpty() ? NOBODY : ended.stream().mapToInt(n -> n).toArray();
    relay.tell(new RelayWord.Frames(room.incarnation(), ++sent, keyFrame, parts, over));
    key = false;
    ended.clear();
    for (RelayWord.Part part : parts) {
      long getIt = part.viewers().length == 0 ? viewers.size() : part.viewers().length;
      tally.sent(getIt, getIt * part.frame().length);
    }
    if (keyFrame != null) tally.sent(1, keyFrame.length); // how many wait for it, the relay knows
  }

  /** Nobody watches there any more. */
  void forget() {
    viewers.values().forEach(this::unwatch);
    viewers.clear();
  }

  private void unwatch(@Nullable Integer slot) {
    if (slot != null && slot >= 0) room.watch(slot, -1);
  }

  private List<RelayWord.Part> parts() {
    if (viewers.isEmpty()) return List.of();
    if (room.seesAll()) {
      byte @Nullable [] frame = room.frame();
      return frame == null ? List.of() : List.of(new RelayWord.Part(frame, NOBODY));
    }
    Map<byte[], List<Integer>> byFrame = new java.util.IdentityHashMap<>();
    viewers.forEach(
        (viewer, slot) -> {
          byte @Nullable [] frame = slot < 0 ? room.frame() : room.frame(slot);
          if (frame != null) byFrame.computeIfAbsent(frame, f -> new ArrayList<>()).add(viewer);
        });
    List<RelayWord.Part> parts = new ArrayList<>(byFrame.size());
    byFrame.forEach(
        (frame, to) ->
            parts.add(new RelayWord.Part(frame, to.stream().mapToInt(n -> n).toArray())));
    return parts;
  }
}
