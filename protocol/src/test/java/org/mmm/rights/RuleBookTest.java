package org.mmm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mmm.action.Action.MM_ADD;
import static org.mmm.action.Action.MM_EMBED;
import static org.mmm.action.Action.MM_MOVE;
import static org.mmm.items.DeonticVerb.MAY;
import static org.mmm.items.DeonticVerb.MAY_NOT;
import static org.mmm.items.ProcessType.SERVICE;
import static org.mmm.items.ProcessType.USER;
import static org.mmm.rights.Story.ANNA;
import static org.mmm.rights.Story.BRUNO;
import static org.mmm.rights.Story.MI;
import static org.mmm.rights.Story.NOON;
import static org.mmm.rights.Story.asks;
import static org.mmm.rights.Story.holding;
import static org.mmm.rights.Story.mayNot;
import static org.mmm.rights.Story.pattern;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.pa.ProcessAction;

@DisplayName("The Rules of MI1, and what the subject's own entity says")
class RuleBookTest {
  private static final Rule NO_USER_IN_VAULT =
      new Rule(USER, MAY_NOT, pattern(MM_ADD, null, "Vault"));
  private static final RuleBook RULES = RuleBook.none(MI).next(List.of(NO_USER_IN_VAULT));
  private static final ProcessAction TO_VAULT = asks(BRUNO, MM_MOVE, "Persona2", "Vault");
  private static final ProcessAction TO_ROOM = asks(BRUNO, MM_EMBED, "Persona2", "Room1");

  @Test
  void aRuleForbidsToItsClassOfProcesses() {
    assertThat(RULES.forbidding(USER, TO_VAULT)).contains(NO_USER_IN_VAULT);
    assertThat(RULES.forbidding(SERVICE, TO_VAULT)).isEmpty();
    assertThat(RULES.forbidding(USER, TO_ROOM)).isEmpty();
  }

  @Test
  void aRuleForNoClassIsForEveryProcess() {
    Rule nobody = new Rule(null, MAY_NOT, NO_USER_IN_VAULT.pattern());
    assertThat(RULES.next(List.of(nobody)).forbidding(SERVICE, TO_VAULT)).contains(nobody);
  }

  @Test
  void aRuleThatSaysMayForbidsNothing() {
    Rule may = new Rule(USER, MAY, NO_USER_IN_VAULT.pattern());
    assertThat(RULES.next(List.of(may)).forbidding(USER, TO_VAULT)).isEmpty();
  }

  @Test
  void everyChangeRaisesTheVersion() {
    assertThat(RULES.version()).isEqualTo(1);
    assertThat(RULES.next(List.of()).version()).isEqualTo(2);
  }

  @Test
  void theSubjectRefusesForAMayNotOrARuleAndForNothingElse() {
    HeldRights banned = holding(mayNot("R1", ANNA, pattern(MM_EMBED, "Persona2", "Room1")));
    assertThat(said(TO_ROOM, banned))
        .isEqualTo(
            "Bruno may not: Anna forbade on 2026-01-02T03:04:05Z: "
                + "May Not Granted MM-Embed Persona2 At Room1");
    assertThat(said(TO_VAULT, banned))
        .isEqualTo(
            "Bruno may not: the Rules of MI1, version 1, say: Users May Not MM-Add At Vault");
    Decision free = Authorization.ofSubject(TO_ROOM, USER, HeldRights.NONE, RULES, NOON);
    assertThat(free.permitted()).isTrue();
    assertThat(free.derivation().get(0).sentence())
        .isEqualTo("Bruno is under no May Not and no Rule against it");
  }

  @Test
  void thereIsABoundOnRules() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RULES.next(Collections.nCopies(1_001, NO_USER_IN_VAULT)))
        .withMessage("at most 1000 Rules, were 1001");
  }

  @Test
  void quotasHaveDefaultsAndBounds() {
    assertThat(Quotas.DEFAULT)
        .isEqualTo(new Quotas(10_000, 100, 16, 10_000, 6_000, 600, 64, 10_000, 24, 1_000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Quotas(10_000, 100, 16, 10_000, 6_000, 600, 0, 10_000, 24, 1_000))
        .withMessage("inFlight must be from 1 to 10000, was 0");
  }

  private static String said(ProcessAction action, HeldRights held) {
    Decision decision = Authorization.ofSubject(action, USER, held, RULES, NOON);
    assertThat(decision.permitted()).isFalse();
    return decision.derivation().get(0).sentence();
  }
}
