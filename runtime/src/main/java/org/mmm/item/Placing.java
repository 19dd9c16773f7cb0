package org.mmm.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Line;

/**
 * MM-Embed, MM-Add and MM-Move. Where an Item stands is said by the Item: it begins the move, the
 * place admits it or not, the Item commits, and the place it left is told until it knows. One move
 * at a time. Within one place the place's event alone is the move.
 */
final class Placing {
  private Placing() {}

  static Outcome<ItemEvent> request(ItemState item, Address self, Call call, Moment now) {
    if (!item.exists()) return Verdict.unborn(call, item.id());
    ItemEvent.MoveBegan moving = item.moving();
    if (moving != null && !moving.call().id().equals(call.id())) return Outcome.defer();
    if (moving != null) return underWay(item, self, moving, call, now);
    String to = placeName(call.action().complements().places().get(0));
    Optional<Address> place = address(to, call);
    Decision own = Authorization.decide(call.action(), call.grounds(), item.facts(), now.millis());
    Optional<Finding> told = call.found(Question.ADMIT, to);
    if (told.isPresent() && !call.dryRun()) return told(item, call, to, told.get(), own, now);
    // The place alone knows whether it was displaced there, before the request ran out, or before
    // the Item changed hands. If it was not, it is not now.
    PaStatus.Err not =
        own.status() instanceof PaStatus.Err refused ? refused : Leaving.gone(item, now);
    boolean handed = item.epoch() > 0 || item.reserved() != null;
    boolean lost = not != null && handed && !call.dryRun();
    if ((call.settle() || lost) && place.isPresent()) {
      var admission = admission(item, call, null, false, null, not);
      return Outcome.<ItemEvent>nothing()
          .send(Message.consult(self, place.get(), Question.ADMIT, call, admission));
    }
    if (not != null) return Verdict.refuse(call, not, own.derivation(), now);
    if (place.isEmpty()) return Verdict.refuse(call, Reason.FAULTY_PA, to + " is no place", now);
    if (item.standing() != null
        && item.standing().place().equals(to)
        && clash(item, call) == null) {
      return within(item, self, call, to, own, now);
    }
    if (call.dryRun()) return tried(item, self, call, to, Spot.of(call), false, own, now);
    return begin(item, self, call, to, Spot.of(call), false, now);
  }

  /**
   * Sends the Item to that place, for that call: persists that it is on its way, then asks the
   * place.
   */
  static Outcome<ItemEvent> begin(
      ItemState item,
      Address self,
      Call call,
      String to,
      @Nullable Attitude attitude,
      boolean putOut,
      Moment now) {
    var began = new ItemEvent.MoveBegan(call, to, attitude, putOut, now.hlc());
    return ask(item, self, began, now).persist(began);
  }

  /** Asks the place that it is on its way to. */
  static Outcome<ItemEvent> ask(
      ItemState item, Address self, ItemEvent.MoveBegan moving, Moment now) {
    Call call = moving.call();
    Address place =
        moving.putOut()
            ? Address.place(moving.to())
            : address(moving.to(), call).orElse(Address.place(moving.to()));
    return Outcome.<ItemEvent>nothing()
        .send(
            Message.consult(
                self,
                place,
                Question.ADMIT,
                expired(call, now),
                admission(
                    item,
                    call,
                    moving.attitude(),
                    moving.putOut(),
                    null,
                    moving.putOut() ? null : clash(item, call))));
  }

  static Send release(ItemState item, Address self, ItemState.Standing left) {
    return new Send(
        Address.place(left.place()), new Message.Release(item.id(), left.since(), self));
  }

  /** The place's ID: a Service named after At is the place where it receives. */
  static String placeName(String id) {
    return MmmService.of(id).map(s -> s.id(org.mmm.action.Edition.ARC_1_2)).orElse(id);
  }

  private static Outcome<ItemEvent> underWay(
      ItemState item, Address self, ItemEvent.MoveBegan moving, Call call, Moment now) {
    Optional<Finding> admitted = call.found(Question.ADMIT, moving.to());
    if (admitted.isEmpty()) return ask(item, self, moving, now);
    Decision own = decision(item, moving, now);
    List<Line> lines = // if it changed hands on the way, nobody can say any more why it set out
        own.permitted()
            ? plus(own.derivation(), admitted.get().derivation())
            : admitted.get().derivation();
    if (admitted.get().status() instanceof PaStatus.Err refused) {
      return Verdict.end(
          call,
          Reply.of(call, refused).with(lines),
          now,
          List.of(new ItemEvent.MoveEnded(call.id(), now.hlc())));
    }
    if (!cameBy(call, admitted.get())) { // done before it left that place; only the answer was lost
      return Verdict.end(
          call,
          Reply.of(call, PaStatus.ACK).with(lines),
          now,
          List.of(new ItemEvent.MoveEnded(call.id(), now.hlc())));
    }
    List<ItemEvent> effects = new ArrayList<>();
    boolean shown = !moving.putOut() && perceptibleAfter(item, call) != item.perceptible();
    if (shown) { // first, as long as it is on the move: the place was told when it was asked
      effects.add(new ItemEvent.PropertyChanged(perceptibleAfter(item, call), now.hlc()));
    }
    effects.add(new ItemEvent.Moved(moving.to(), call.id(), now.hlc()));
    Outcome<ItemEvent> outcome =
        Verdict.end(call, Reply.of(call, PaStatus.ACK).with(lines), now, effects);
    return item.standing() == null ? outcome : outcome.send(release(item, self, item.standing()));
  }

  private static Outcome<ItemEvent> within(
      ItemState item, Address self, Call call, String to, Decision own, Moment now) {
    Optional<Finding> admitted = call.found(Question.ADMIT, to);
    if (admitted.isEmpty()) {
      CallId since = item.standing() == null ? null : item.standing().since();
      return Outcome.<ItemEvent>nothing()
          .send(
              Message.consult(
                  self,
                  Address.place(to),
                  Question.ADMIT,
                  call,
                  admission(item, call, Spot.of(call), false, since, clash(item, call))));
    }
    List<Line> lines = plus(own.derivation(), admitted.get().derivation());
    return Verdict.end(call, Reply.of(call, admitted.get().status()).with(lines), now, List.of());
  }

  /**
   * The place has spoken, and it is on no move of this call. So it was displaced within the place,
   * or not, where it stood when the place was asked; or the word is a straggler's, of a move that
   * has ended.
   */
  private static Outcome<ItemEvent> told(
      ItemState item, Call call, String to, Finding admitted, Decision own, Moment now) {
    List<Line> lines =
        own.permitted() ? plus(own.derivation(), admitted.derivation()) : admitted.derivation();
    if (admitted.status() instanceof PaStatus.Err refused) {
      return own.status() instanceof PaStatus.Err not && !call.settle()
          ? Verdict.refuse(call, not, own.derivation(), now)
          : Verdict.refuse(call, refused, lines, now);
    }
    if (cameBy(call, admitted)) return Outcome.nothing();
    Reply reply = Reply.of(call, PaStatus.ACK).with(lines);
    boolean here = item.standing() != null && item.standing().place().equals(to);
    if (here && perceptibleAfter(item, call) != item.perceptible()) {
      boolean perceptible = perceptibleAfter(item, call);
      return Verdict.ack(call, reply, now, new ItemEvent.PropertyChanged(perceptible, now.hlc()));
    }
    return Outcome.<ItemEvent>nothing() // the place remembers it
        .send(call.id().subject(), new Message.Answer(call.id(), reply));
  }

  /**
   * Whether the seat that the place gave is by this call, not by an earlier one that it displaced.
   */
  private static boolean cameBy(Call call, Finding admitted) {
    JsonNode data = admitted.data();
    return data == null
        || data.path("since").asText(call.id().toString()).equals(call.id().toString());
  }

  /** What would come of sending it to that place. */
  static Outcome<ItemEvent> tried(
      ItemState item,
      Address self,
      Call call,
      String to,
      @Nullable Attitude attitude,
      boolean putOut,
      Decision own,
      Moment now) {
    Optional<Finding> admitted = call.found(Question.ADMIT, to);
    if (admitted.isEmpty()) {
      return ask(item, self, new ItemEvent.MoveBegan(call, to, attitude, putOut, now.hlc()), now);
    }
    List<Line> lines = plus(own.derivation(), admitted.get().derivation());
    return Verdict.end(call, Reply.of(call, admitted.get().status()).with(lines), now, List.of());
  }

  /** What is wrong with how things stand; to be said only to who may know. */
  private static PaStatus.@Nullable Err clash(ItemState item, Call call) {
    Action verb = call.action().action();
    List<String> from = call.action().complements().from();
    String stands = item.standing() == null ? "" : item.standing().place();
    if (!from.isEmpty() && !placeName(from.get(0)).equals(stands)) {
      return PaStatus.err(
          Reason.CLASH,
          item.id() + " is not at " + from.get(0) + ", it is " + where(item.standing()));
    }
    if (verb == Action.MM_ADD && item.standing() != null) {
      return PaStatus.err(
          Reason.CLASH, item.id() + " is placed, " + where(item.standing()) + ": MM-Move it");
    }
    if (verb == Action.MM_MOVE && item.standing() == null) {
      return PaStatus.err(Reason.CLASH, item.id() + " is not placed yet: MM-Add it");
    }
    return null;
  }

  private static String where(ItemState.@Nullable Standing standing) {
    return standing == null ? "nowhere" : "at " + standing.place();
  }

  private static Args.Admission admission(
      ItemState item,
      Call call,
      @Nullable Attitude attitude,
      boolean putOut,
      @Nullable CallId since,
      PaStatus.@Nullable Err otherwise) {
    return new Args.Admission(
        item.id(),
        item.dataType(),
        item.owner(),
        item.solid() ? item.birth().side() : 0,
        attitude,
        putOut,
        since,
        otherwise,
        looks(item, call, putOut));
  }

  /** How it will appear there. */
  private static Appearance looks(ItemState item, Call call, boolean putOut) {
    Appearance now = item.looks();
    boolean perceptible = putOut ? item.perceptible() : perceptibleAfter(item, call);
    return new Appearance(now.number(), perceptible, now.stream(), now.millis());
  }

  /** MM-Embed shows it; MM-Add and MM-Move leave that as it is, unless MM-Add says. */
  private static boolean perceptibleAfter(ItemState item, Call call) {
    return switch (call.action().action()) {
      case MM_EMBED -> true;
      case MM_ADD -> Spot.perceptible(call).orElse(item.perceptible());
      default -> item.perceptible();
    };
  }

  private static Optional<Address> address(String place, Call call) {
    if (MmmService.of(place).isPresent()) return Optional.of(Address.place(place));
    Name name = call.names().get(place);
    return name == null || name.kind() != Address.Kind.PLACE
        ? Optional.empty()
        : Optional.of(name.address(place));
  }

  /** The call, marked to be settled once it has run out. */
  private static Call expired(Call call, Moment now) {
    return call.settle() || now.millis() <= call.notAfter() ? call : call.settling();
  }

  /** What it says of the move that it is on. */
  private static Decision decision(ItemState item, ItemEvent.MoveBegan moving, Moment now) {
    return moving.putOut()
        ? Properties.puttingOut(item, moving.call(), now)
        : Authorization.decide(
            moving.call().action(), moving.call().grounds(), item.facts(), now.millis());
  }

  static List<Line> plus(List<Line> some, List<Line> more) {
    List<Line> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
