package org.mmm.federation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.jspecify.annotations.Nullable;
import org.mmm.ipp.InstanceId;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Companion;
import org.mmm.kernel.EntityCommand;
import org.mmm.kernel.Message;
import org.mmm.kernel.Query;
import org.mmm.resolution.LaneState;
import org.mmm.resolution.Letter;

/**
 * Stands beside a lane of letters and carries them: those of one Process to another one by one, in
 * the order in which they were written; others at the same time. A letter is carried until it is
 * answered; also after its time is over, since then its receiver says what became of it.
 */
public final class Courier implements Companion<LaneState> {
  private static final int AT_ONCE = 16;

  private final InstanceId peer;
  private final PeerLine line;
  private final Ambient ambient;
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

  /** What was answered, and is told the lane: it need not be sent again while that is written. */
  private final Set<Sent> answered = ConcurrentHashMap.newKeySet();

  private record Sent(long letter, boolean settles) {}

  private @Nullable ActorRef<EntityCommand> lane;

  public Courier(InstanceId peer, PeerLine line, Ambient ambient) {
    this.peer = peer;
    this.line = line;
    this.ambient = ambient;
  }

  @Override
  public void begun(ActorContext<EntityCommand> entity, LaneState state) {
    lane = entity.getSelf();
    carry(state);
  }

  @Override
  public void written(LaneState state) {
    carry(state);
  }

  @Override
  public void ticked(LaneState state) {
    carry(state);
  }

  /** The operator knows that it is back. */
  @Override
  public void asked(LaneState state, Query query) {
    if (!(query instanceof Query.SendLetters)) return;
    line.heardOf(peer);
    carry(state);
  }

  @Override
  public void forget() {
    underWay.clear();
    answered.clear();
  }

  private void carry(LaneState state) {
    ActorRef<EntityCommand> self = lane;
    answered.removeIf(sent -> !state.letters().containsKey(sent.letter()));
    if (self == null || state.letters().isEmpty()) return;
    boolean ready = line.ready(peer);
    boolean known = line.known(peer);
    Set<String> ends = new HashSet<>();
    List<Long> leaving = new ArrayList<>();
    boolean waiting = false;
    for (Letter letter : state.letters().values()) {
      boolean over = letter.dropped() || ambient.millis() > letter.expires();
      if (letter.came() != null) { // nobody waits for its confirmation
        if (!letter.held() || !ready || underWay.size() >= AT_ONCE) continue;
        if (known) send(self, letter, over);
        else waiting = true;
        continue;
      }
      if (!letter.left() && over) {
        tell(self, new Message.Lapsed(letter.number()));
        continue;
      }
      // It waits for the one before it of the same ends.
      if (!ends.add(letter.source() + "\n" + letter.destination())) continue;
      if (!ready || underWay.contains(letter.number())) continue;
      if (underWay.size() + leaving.size() >= AT_ONCE) break;
      if (!known) waiting = true;
      else if (letter.left()) send(self, letter, over);
      else leaving.add(letter.number());
    }
    if (!leaving.isEmpty()) tell(self, new Message.Leaving(leaving));
    if (waiting) {
      line.reach(peer).thenAccept(document -> self.tell(EntityCommand.Tick.NOW));
    }
  }

  private void send(ActorRef<EntityCommand> self, Letter letter, boolean over) {
    Sent sent = new Sent(letter.number(), letter.held());
    if (answered.contains(sent) || !underWay.add(letter.number())) return;
    IppRequest request =
        new IppRequest(
            letter.id(),
            letter.call().action(),
            letter.items(),
            letter.issued(),
            letter.expires(),
            !letter.held() && (letter.dropped() || over),
            letter.held());
    boolean settled = letter.held();
    line.carry(
            peer,
            request,
            reply -> {
              if (!settled || reply.status().acknowledged()) answered.add(sent);
              tell(self, new Message.Returned(letter.number(), reply, settled));
            })
        .whenComplete(
            (done, failure) -> {
              underWay.remove(letter.number());
              if (line.ready(peer)) self.tell(EntityCommand.Tick.NOW);
            });
  }

  private void tell(ActorRef<EntityCommand> self, Message message) {
    self.tell(new EntityCommand.Envelope(message, ambient.moment().hlc(), null));
  }
}
