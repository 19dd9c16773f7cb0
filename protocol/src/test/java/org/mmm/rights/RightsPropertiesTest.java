package org.mmm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.rights.Story.NOON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mmm.action.Action;
import org.mmm.items.DeonticVerb;
import org.mmm.items.ProcessType;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

@Label("What holds of any Rights and any request")
class RightsPropertiesTest {
  private static final RuleBook NO_RULES = RuleBook.none("MI1");

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  @Label("the index finds what a scan of the list finds")
  void indexAndScanAgree(
      @ForAll("lists") List<Right> rights, @ForAll("requests") ProcessAction request) {
    HeldRights held = HeldRights.of(rights);
    List<Right> newestFirst = new ArrayList<>(held.list());
    Collections.reverse(newestFirst);

    Optional<Right> forbids =
        newestFirst.stream()
            .filter(r -> r.verb() == DeonticVerb.MAY_NOT && r.holdsAt(NOON))
            .filter(r -> r.pattern().forbids(request))
            .findFirst();
    assertThat(held.forbidding(request, NOON)).isEqualTo(forbids);

    List<Right> permit =
        newestFirst.stream()
            .filter(r -> r.verb() == DeonticVerb.MAY && r.holdsAt(NOON))
            .filter(r -> permitsPart(r, request))
            .toList();
    assertThat(held.grounds(request, NOON).rights()).isEqualTo(permit);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  @Label("why and enforcement never disagree")
  void theDerivationIsTheDecision(
      @ForAll("lists") List<Right> rights,
      @ForAll("requests") ProcessAction request,
      @ForAll("facts") Facts facts) {
    Decision decision = decide(HeldRights.of(rights), request, facts);
    List<Line> lines = decision.derivation();
    Line last = lines.get(lines.size() - 1);
    assertThat(decision.permitted()).isEqualTo(lines.stream().allMatch(Line::permits));
    if (decision.permitted()) {
      assertThat(decision.status()).isEqualTo(PaStatus.ACK);
    } else {
      assertThat(decision.status()).isEqualTo(PaStatus.err(Reason.INS_RIGHTS, last.sentence()));
    }
    for (Line line : lines) {
      assertThat(line.sentence().contains(" refuses: ") || line.sentence().contains(" may not: "))
          .isEqualTo(!line.permits());
      if (line.right() != null) assertThat(line.right().may()).isEqualTo(line.permits());
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  @Label("a further May never turns a permission into a refusal, unless it replaces a Right")
  void maysOnlyAdd(
      @ForAll("lists") List<Right> rights,
      @ForAll("freshMays") Right more,
      @ForAll("requests") ProcessAction request,
      @ForAll("facts") Facts facts) {
    HeldRights held = HeldRights.of(rights);
    HeldRights with = held.with(more);
    Assume.that(with.size() == held.size() + 1);
    if (decide(held, request, facts).permitted()) {
      assertThat(decide(with, request, facts).permitted()).isTrue();
    }
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  @Label("in no register do a May Not and a May stand together, whatever came in which order")
  void registersHoldOneWord(@ForAll("lists") List<Right> rights) {
    List<Right> held = HeldRights.of(rights).list();
    for (Right one : held) {
      for (Right other : held) {
        if (one.mayNot() && other.may()) {
          boolean sameRegister =
              one.giver().equals(other.giver())
                  && one.pattern().canonical().equals(other.pattern().canonical());
          assertThat(sameRegister).isFalse();
        }
      }
    }
    assertThat(HeldRights.of(held).list()).as("rebuilt from its list").isEqualTo(held);
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  @Label("what was added and taken away again leaves no trace in the index")
  void takingAwayUndoes(
      @ForAll("lists") List<Right> rights,
      @ForAll("freshMays") Right more,
      @ForAll("requests") ProcessAction request) {
    HeldRights held = HeldRights.of(rights);
    HeldRights with = held.with(more);
    Assume.that(with.size() == held.size() + 1);
    HeldRights again = with.without(more.id());
    assertThat(again).isEqualTo(held);
    assertThat(again.forbidding(request, NOON)).isEqualTo(held.forbidding(request, NOON));
    assertThat(again.grounds(request, NOON)).isEqualTo(held.grounds(request, NOON));
  }

  @Provide
  Arbitrary<List<Right>> lists() {
    return AnyRights.lists();
  }

  /** Mays of which none is held yet. */
  @Provide
  Arbitrary<Right> freshMays() {
    return AnyRights.rights()
        .map(r -> Story.given("Fresh", DeonticVerb.MAY, r.giver(), r.pattern(), r.stamp()));
  }

  @Provide
  Arbitrary<ProcessAction> requests() {
    return AnyRights.requests();
  }

  @Provide
  Arbitrary<Facts> facts() {
    return AnyRights.facts();
  }

  private static Decision decide(HeldRights held, ProcessAction request, Facts facts) {
    return Authorization.ofSubject(request, ProcessType.USER, held, NO_RULES, NOON)
        .and(Authorization.decide(request, held.grounds(request, NOON), facts, NOON));
  }

  private static boolean permitsPart(Right right, ProcessAction request) {
    for (Action part : Family.parts(request.action())) {
      if (right
          .pattern()
          .permits(
              new ProcessAction(
                  request.source(), part, request.edition(), request.complements()))) {
        return true;
      }
    }
    return false;
  }
}
