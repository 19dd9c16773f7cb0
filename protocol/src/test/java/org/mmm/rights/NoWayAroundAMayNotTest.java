package org.mmm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rights.Story.NOON;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.items.DeonticVerb;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;

/**
 * Bruno may not do it; he tries every word for it. What the words mean is written here once more,
 * by deeds, so that the table of families is checked against something else.
 */
@Label("No sequence of aliases, editions or composites passes a May Not")
class NoWayAroundAMayNotTest {
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void whateverElseBrunoHolds(
      @ForAll("forbidden") Right mayNot,
      @ForAll("others") List<Right> before,
      @ForAll("others") List<Right> after,
      @ForAll("verbs") String spelling,
      @ForAll Edition edition,
      @ForAll boolean swapped,
      @ForAll boolean leavesObjectOpen,
      @ForAll boolean leavesPlaceOpen) {
    List<Right> all = new ArrayList<>(before);
    all.add(mayNot);
    all.addAll(after);
    HeldRights held = HeldRights.of(all);

    Action verb = Action.ofVerb(spelling).orElseThrow();
    String object = leavesObjectOpen ? null : mayNot.pattern().nil();
    String[] places =
        leavesPlaceOpen ? new String[0] : mayNot.pattern().places().toArray(String[]::new);
    Complements said = Complements.NONE.withNil(object);
    said = swapped ? said.withTo(places) : said.withAt(places);
    ProcessAction tries = new ProcessAction("Bruno", verb, edition, said);

    boolean sameDeed = meet(deeds(verb), deeds(mayNot.pattern().action()));
    assertThat(held.forbidding(tries, NOON).isPresent()).isEqualTo(sameDeed);
  }

  /** All of Anna's, on some object or place, without a window. */
  @Provide
  Arbitrary<Right> forbidden() {
    return AnyRights.patterns()
        .map(p -> new Pattern(null, p.action(), p.nil(), p.places(), Set.of(), null, null))
        .map(p -> Story.given("Ban", DeonticVerb.MAY_NOT, "Anna", p, null));
  }

  /** Mays and Musts of others than Anna: only she could lift what she forbade. */
  @Provide
  Arbitrary<List<Right>> others() {
    return AnyRights.rights()
        .filter(r -> r.verb() != DeonticVerb.MAY_NOT && !r.giver().equals("Anna"))
        .list()
        .ofMaxSize(15);
  }

  @Provide
  Arbitrary<String> verbs() {
    return Arbitraries.of(Action.spellings());
  }

  private static Set<String> deeds(Action verb) {
    return switch (verb) {
      case MM_ADD, MM_EMBED, MM_MOVE -> Set.of("place");
      case MM_ENABLE, MM_DISABLE, PROPERTY_CHANGE -> Set.of("show");
      case MU_EMBED -> Set.of("MM-Send", "MU-Actuate");
      case UM_ANIMATE -> Set.of("UM-Capture", "Identify", "MM-Animate");
      case TRACK -> Set.of("UM-Capture", "Identify", "MM-Animate", "MU-Actuate");
      case UM_EMBED, UM_ACTUATE -> Set.of("UM-Capture", "Identify", "place");
      default -> Set.of(verb.title());
    };
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return !both.isEmpty();
  }
}
