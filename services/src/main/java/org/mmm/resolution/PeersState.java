package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.mmm.kernel.CborSerializable;
import org.pcollections.TreePMap;

/** The other M-Instances that are known, by their IDs. */
public record PeersState(TreePMap<String, Peer> peers) implements CborSerializable {
  static final PeersState EMPTY = new PeersState(TreePMap.empty());

  @JsonCreator
  static PeersState of(@JsonProperty("peers") Map<String, Peer> peers) {
    return new PeersState(TreePMap.from(peers));
  }

  PeersState apply(PeerEvent event) {
    if (event instanceof PeerEvent.Met e) {
      Peer met = new Peer(Standing.PENDING, 0, e.at().millis(), "it asked");
      return new PeersState(peers.plus(e.peer(), met));
    }
    PeerEvent.Decided e = (PeerEvent.Decided) event;
    Peer decided = new Peer(e.standing(), e.perMinute(), e.at().millis(), "the operator");
    return new PeersState(peers.plus(e.peer(), decided));
  }

  long pending() {
    return peers.values().stream().filter(p -> p.standing() == Standing.PENDING).count();
  }
}
