package org.mmm.activity;

import java.util.List;
import java.util.stream.Stream;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;

/**
 * One Process's presence.
 *
 * @param present whether it is present
 * @param received what it sent and has no answer to in writing: its open requests, so few
 * @param intents what the Service sends to it
 * @param log the newest part of what the Service sent
 */
public record ActivityState(boolean present, List<CallId> received, Intents intents, LogTail log)
    implements CborSerializable, Logged {
  static final ActivityState EMPTY =
      new ActivityState(false, List.of(), Intents.none(), LogTail.none());

  public ActivityState {
    received = List.copyOf(received);
  }

  ActivityState apply(Address self, ActivityEvent event) {
    if (event instanceof ActivityEvent.Intended e) {
      return new ActivityState(
          present, received, intents.apply(e.intent()), log.with(self, intents, e.intent()));
    }
    ActivityEvent.Received e = (ActivityEvent.Received) event;
    List<CallId> kept =
        Stream.concat(
                received.stream().filter(id -> id.seq() >= e.settledBelow()), Stream.of(e.call()))
            .toList();
    return new ActivityState(e.present(), kept, intents, log);
  }
}
