package org.mmm.resolution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.mmm.intent.Abroad;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.log.LogTail;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * The list of other M-Instances, and how this one stands to each: what the operator said of it,
 * else what the settings say, else pending. One entity of the Resolution Service.
 */
public final class PeersMachine implements Machine<PeersState, PeerEvent> {
  /** So many that nobody has decided about are remembered; who comes then is not. */
  static final int PENDING_AT_MOST = 1_000;

  /** So many that the operator has decided about. */
  static final int DECIDED_AT_MOST = 10_000;

  private final ResolutionSettings settings;

  public PeersMachine(ResolutionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PeersState empty() {
    return PeersState.EMPTY;
  }

  @Override
  public PeersState apply(PeersState peers, PeerEvent event) {
    return peers.apply(event);
  }

  @Override
  public Outcome<PeerEvent> on(PeersState peers, Message message, Moment now) {
    if (message instanceof Message.Consult c && c.question() == Question.PEER) {
      return Outcome.<PeerEvent>nothing().send(c.answer(mayBeAsked(peers, c)));
    }
    if (!(message instanceof Message.Read read)) return Outcome.nothing();
    if (read.query() instanceof Query.Peers || read.query() instanceof Query.Letters) {
      return view(list(peers));
    }
    if (read.query() instanceof Query.Peer q) return meet(peers, q.peer(), now);
    if (read.query() instanceof Query.SetPeer q) return decide(peers, q, now);
    if (read.query() instanceof Query.Activity q) {
      return view(LogTail.json(List.of(), q.after()).put("complete", true));
    }
    return Outcome.nothing();
  }

  private Finding mayBeAsked(PeersState peers, Message.Consult consult) {
    String peer = Abroad.of(consult.call().action()).orElse("");
    Peer known = standing(peers, peer);
    return Finding.of(
        Question.PEER,
        peer,
        known.standing().open()
            ? PaStatus.ACK
            : PaStatus.err(
                Reason.INS_RIGHTS,
                "the M-Instance "
                    + peer
                    + " is "
                    + known.standing().word()
                    + " here; its operator may allow it: mmm peer allow "
                    + peer));
  }

  /** How it stands; who is new is remembered as pending, as far as there is room. */
  private Outcome<PeerEvent> meet(PeersState peers, String peer, Moment now) {
    Outcome<PeerEvent> known = view(standing(peers, peer).json(peer));
    boolean isNew = !peers.peers().containsKey(peer) && !settings.allowed(peer);
    return isNew && peers.pending() < PENDING_AT_MOST
        ? known.persist(new PeerEvent.Met(peer, now.hlc()))
        : known;
  }

  private Outcome<PeerEvent> decide(PeersState peers, Query.SetPeer said, Moment now) {
    Standing standing =
        Standing.of(said.standing())
            .orElseThrow(() -> new IllegalArgumentException("no standing " + said.standing()));
    if (!peers.peers().containsKey(said.peer())
        && peers.peers().size() - peers.pending() >= DECIDED_AT_MOST) {
      return Outcome.<PeerEvent>nothing()
          .respond(
              new Response.Refused(
                  PaStatus.err(
                      Reason.CLASH, DECIDED_AT_MOST + " M-Instances are decided about already")));
    }
    var decided = new PeerEvent.Decided(said.peer(), standing, said.perMinute(), now.hlc());
    Peer after = standing(peers.apply(decided), said.peer());
    Outcome<PeerEvent> answer = view(after.json(said.peer()));
    Peer before = peers.peers().get(said.peer());
    boolean same =
        before != null && before.standing() == standing && before.perMinute() == said.perMinute();
    return same ? answer : answer.persist(decided);
  }

  private Peer standing(PeersState peers, String peer) {
    Peer known = peers.peers().get(peer);
    if (known != null && known.standing() != Standing.PENDING) return known;
    if (settings.allowed(peer)) return new Peer(Standing.ALLOWED, 0, 0, "the settings");
    return known != null ? known : new Peer(Standing.PENDING, 0, 0, "nobody");
  }

  private ObjectNode list(PeersState peers) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode all = view.putArray("peers");
    new TreeMap<>(peers.peers()).keySet().forEach(id -> all.add(standing(peers, id).json(id)));
    return view;
  }

  private static Outcome<PeerEvent> view(ObjectNode body) {
    return Outcome.<PeerEvent>nothing().respond(new Response.View(body));
  }
}
