package org.mmm.rooms;

import java.util.List;
import java.util.Optional;
import org.mmm.item.ItemState;
import org.mmm.kernel.Address;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Authorization;
import org.mmm.rights.Decision;
import org.mmm.rights.Facts;
import org.mmm.rights.Line;

/**
 * May this Item stand here? Rights first, then what speaks against it. Whatever is said is written,
 * so that a question asked again, however late, never seats anyone a second time nor admits who was
 * refused.
 */
final class EnterRules {
  private EnterRules() {}

  /** The answer to ADMIT. */
  static Outcome<PlaceEvent> admit(
      PlaceState place, Address self, Message.Consult consult, Args.Admission wish, Moment now) {
    Call call = consult.call();
    var before = Asked.before(place, consult);
    if (before.isPresent()) return Outcome.<PlaceEvent>nothing().send(consult.answer(before.get()));
    var late = Asked.ranOut(call, now);
    if (late.isPresent()) return tell(place, consult, wish, late.get(), List.of(), now);
    if (!place.item().exists()) {
      return tell(place, consult, wish, Unborn.status(place.id()), List.of(), now);
    }
    if (mustAskAbove(place, call, wish, now)) {
      ItemState.Standing standing = place.item().standing();
      if (standing != null) {
        Address parent = Address.place(standing.place());
        return Outcome.<PlaceEvent>nothing()
            .send(consult.first(self, parent, Question.ABOVE, null));
      }
    }
    List<Line> lines = derivation(place, call, wish, now);
    Line last = lines.get(lines.size() - 1);
    if (!last.permits()) {
      var insufficient = PaStatus.err(Reason.INS_RIGHTS, last.sentence());
      return tell(place, consult, wish, insufficient, lines, now);
    }
    if (wish.otherwise() != null) return tell(place, consult, wish, wish.otherwise(), lines, now);
    Optional<PaStatus.Err> nested = Nesting.refusal(place, wish, call);
    if (nested.isPresent()) return tell(place, consult, wish, nested.get(), lines, now);
    Seating seating = SeatRules.seat(place, wish);
    if (seating instanceof Seating.Refused no) {
      return tell(place, consult, wish, no.why(), lines, now);
    }
    return seat(place, consult, wish, (Seating.At) seating, lines, now);
  }

  /** What is around matters to what nothing else permits, and to a place that is placed. */
  private static boolean mustAskAbove(
      PlaceState place, Call call, Args.Admission wish, Moment now) {
    if (Nesting.known(place, call).isPresent()) return false;
    if (Nesting.isPlace(wish.dataType()) && wish.since() == null) return true;
    return !needsNoRight(call, wish)
        && Authorization.enclosingMatters(call.action(), place.id())
        && !decide(place.item().facts(), call, now).permitted();
  }

  private static List<Line> derivation(
      PlaceState place, Call call, Args.Admission wish, Moment now) {
    if (needsNoRight(call, wish)) {
      String why = wish.putOut() ? "it was put out of a place inside" : "the M-Instance begins so";
      return List.of(new Line(place.id(), true, null, place.id() + " permits: " + why));
    }
    Facts facts = place.item().facts();
    var above = Nesting.known(place, call);
    return decide(above.map(f -> facts.inside(Nesting.around(f))).orElse(facts), call, now)
        .derivation();
  }

  private static Decision decide(Facts facts, Call call, Moment now) {
    return Authorization.decide(call.action(), call.grounds(), facts, now.millis());
  }

  /** Who is put out, or placed by what the M-Instance starts with, needs no Right. */
  private static boolean needsNoRight(Call call, Args.Admission wish) {
    return wish.putOut() || call.id().subject().kind() == Address.Kind.WORLD;
  }

  private static Outcome<PlaceEvent> seat(
      PlaceState place,
      Message.Consult consult,
      Args.Admission wish,
      Seating.At at,
      List<Line> lines,
      Moment now) {
    Call call = consult.call();
    var since = wish.since() == null ? call.id() : wish.since();
    var seat =
        new Seat(
            wish.item(),
            wish.dataType(),
            SeatRules.footprint(wish),
            at.attitude(),
            since,
            appearance(place, wish),
            wish.owner());
    var told = Told.of(Question.ADMIT, call, PaStatus.ACK, seat, lines);
    return answer(place, consult, told, new PlaceEvent.Admitted(told, now.hlc()));
  }

  /** As it said when it asked, unless it has said something newer since. */
  private static Appearance appearance(PlaceState place, Args.Admission wish) {
    Appearance said = wish.appearance() == null ? Appearance.PLAIN : wish.appearance();
    Seat present = place.seats().get(wish.item());
    return present != null && present.appearance().number() > said.number()
        ? present.appearance()
        : said;
  }

  private static Outcome<PlaceEvent> tell(
      PlaceState place,
      Message.Consult consult,
      Args.Admission wish,
      PaStatus.Err why,
      List<Line> lines,
      Moment now) {
    var told = Told.of(Question.ADMIT, consult.call(), why, null, lines);
    return answer(
        place, consult, told, new PlaceEvent.AdmissionRefused(wish.item(), told, now.hlc()));
  }

  private static Outcome<PlaceEvent> answer(
      PlaceState place, Message.Consult consult, Told told, PlaceEvent event) {
    Outcome<PlaceEvent> outcome =
        Outcome.<PlaceEvent>nothing().send(consult.answer(Asked.finding(place, told)));
    return consult.call().dryRun() ? outcome : outcome.persist(event);
  }
}
