package org.mmm.rooms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.item.ItemState;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Facts;

/**
 * What a place stands in, up to the outermost; and that no place ever stands in itself.
 *
 * <p>Two places may set out into each other at the same time. Each writes that it is on its way
 * before it asks, so whoever sets out last meets the others under way, or arrived: no place is
 * taken in by one that is under way itself, or that stands in one that is.
 */
final class Nesting {
  /** How many places may be around a place. */
  static final int DEEPEST = 32;

  private static final Set<String> PLACES = Set.of("MLocation", "Parcel", "Room");
  private static final String MOVING = "moving";

  private Nesting() {}

  static boolean isPlace(String dataType) {
    return PLACES.contains(dataType);
  }

  /**
   * The answer to ABOVE: its own facts with what is around it, the innermost first, and in the data
   * under {@code moving} the innermost place of all these that is on its way elsewhere. Asks the
   * place around it first.
   */
  static Outcome<PlaceEvent> above(PlaceState place, Address self, Message.Consult consult) {
    if (!place.item().exists()) return answer(consult, Unborn.finding(consult, place.id()));
    ItemState item = place.item();
    ItemState.Standing standing = item.standing();
    Finding mine = Finding.yes(Question.ABOVE, place.id());
    if (standing == null) return answer(consult, moving(mine.with(item.facts()), item, null));
    Optional<Finding> parent = consult.call().found(Question.ABOVE, standing.place());
    if (parent.isPresent()) {
      Facts all = item.facts().inside(around(parent.get()));
      return answer(consult, moving(mine.with(all), item, parent.get()));
    }
    if (consult.path().size() > DEEPEST + 2) return answer(consult, tooDeep(place.id()));
    return Outcome.<PlaceEvent>nothing()
        .send(consult.first(self, Address.place(standing.place()), Question.ABOVE, null));
  }

  /** The places around one that stands in the one that answered, the innermost first. */
  static List<Facts.Enclosing> around(Finding above) {
    Facts facts = above.facts();
    if (facts == null) return List.of();
    List<Facts.Enclosing> all = new ArrayList<>();
    all.add(new Facts.Enclosing(facts.entity(), facts.owner()));
    all.addAll(facts.enclosing());
    return all;
  }

  /** What the place around this one said of itself and of what is above; empty if not asked yet. */
  static Optional<Finding> known(PlaceState place, Call call) {
    ItemState.Standing standing = place.item().standing();
    return standing == null ? Optional.empty() : call.found(Question.ABOVE, standing.place());
  }

  /** Why that Item may not stand in this place, if it is a place itself. */
  static Optional<PaStatus.Err> refusal(PlaceState place, Args.Admission wish, Call call) {
    if (!isPlace(wish.dataType()) || wish.since() != null) return Optional.empty();
    if (wish.item().equals(place.id())) return clash(wish.item() + " cannot stand in itself");
    Optional<Finding> above = known(place, call);
    if (above.isPresent() && !above.get().status().acknowledged()) {
      return clash("what " + place.id() + " stands in is not known");
    }
    List<Facts.Enclosing> around = above.map(Nesting::around).orElse(List.of());
    if (around.stream().anyMatch(e -> e.place().equals(wish.item()))) {
      return clash(place.id() + " stands in " + wish.item() + ", which cannot stand in it");
    }
    String moving =
        place.item().moving() != null ? place.id() : above.map(Nesting::moving).orElse("");
    if (!moving.isEmpty()) {
      return clash(moving + " is on its way elsewhere; once it is there, ask again");
    }
    return around.size() >= DEEPEST
        ? clash(place.id() + " stands in " + around.size() + " places, more than that is too deep")
        : Optional.empty();
  }

  private static Finding moving(Finding finding, ItemState item, @Nullable Finding parent) {
    String who = item.moving() != null ? item.id() : parent == null ? "" : moving(parent);
    return who.isEmpty()
        ? finding
        : finding.with(JsonNodeFactory.instance.objectNode().put(MOVING, who));
  }

  private static String moving(Finding above) {
    return above.data() == null ? "" : above.data().path(MOVING).asText("");
  }

  private static Finding tooDeep(String id) {
    return Finding.of(
        Question.ABOVE,
        id,
        PaStatus.err(Reason.CLASH, id + " stands too deep: at most " + DEEPEST + " places nest"));
  }

  private static Outcome<PlaceEvent> answer(Message.Consult consult, Finding finding) {
    return Outcome.<PlaceEvent>nothing().send(consult.answer(finding));
  }

  private static Optional<PaStatus.Err> clash(String detail) {
    return Optional.of(PaStatus.err(Reason.CLASH, detail));
  }
}
