package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.items.ProcessType;
import org.mmm.pa.ProcessAction;

/**
 * Who may do what. The subject's entity asks {@link #ofSubject}, then each entity acted upon asks
 * {@link #decide}; together they permit, and the first refusal ends it.
 *
 * <p>What permits, for one entity acted upon:
 *
 * <table>
 * <caption>by what the Action means for it</caption>
 * <tr><td>a place that is entered</td><td>public, owned, inside an owned place, or a ground</td></tr>
 * <tr><td>an Item that is used</td><td>public, owned, or a ground</td></tr>
 * <tr><td>an Item that is changed</td><td>owned, or a ground that the Item has stamped</td></tr>
 * <tr><td>an Item that is disabled</td><td>the same, or standing inside an owned place</td></tr>
 * <tr><td>whose Rights are changed</td><td>owned</td></tr>
 * </table>
 *
 * <p>A ground fits if it holds now, its pattern permits the Action, and either the M-Instance gave
 * it or this entity stamped it in the present ownership, for its present owner.
 */
public final class Authorization {
  private Authorization() {}

  /**
   * What the subject's own entity says: a May Not that it holds and a Rule of its class refuse,
   * nothing else does.
   *
   * @param type the class of the subject
   * @param now milliseconds since 1970 UTC
   */
  public static Decision ofSubject(
      ProcessAction action, ProcessType type, HeldRights held, RuleBook rules, long now) {
    Optional<Right> mayNot = held.forbidding(action, now);
    if (mayNot.isPresent()) return Decision.of(Sentences.mayNot(action, mayNot.get()));
    Optional<Rule> rule = rules.forbidding(type, action);
    if (rule.isPresent()) return Decision.of(Sentences.against(action, rules, rule.get()));
    return Decision.of(Sentences.free(action));
  }

  /**
   * What one entity acted upon says. A composite is decided part by part, all by this entity.
   *
   * @param grounds what the subject's entity found; never what the request carries after With
   * @param facts the entity's own, with what encloses it if {@link #enclosingMatters}
   * @param now milliseconds since 1970 UTC
   */
  public static Decision decide(ProcessAction action, Grounds grounds, Facts facts, long now) {
    @Nullable Decision all = null;
    for (Action part : Family.parts(action.action())) {
      Decision next = Decision.of(line(Matter.of(part, action, facts, now), grounds));
      all = all == null ? next : all.and(next);
    }
    return requireNonNull(all, "every Action has a part");
  }

  /**
   * Whether the places around the entity could permit what nothing else does: only then are they
   * asked for.
   */
  public static boolean enclosingMatters(ProcessAction action, String entity) {
    for (Action part : Family.parts(action.action())) {
      Slots slots = Slots.of(part, action);
      if (Act.of(part, slots, Names.one(entity)).reachesInside()) return true;
    }
    return false;
  }

  private static Line line(Matter matter, Grounds grounds) {
    Facts facts = matter.facts();
    if (facts.owner().equals(matter.subject())) return Sentences.owned(matter);
    if (facts.open() && matter.act().opensToAll()) return Sentences.open(matter);
    if (matter.act().grantable()) {
      for (Right right : grounds.rights()) {
        if (matter.permittedBy(right)) return Sentences.granted(matter, right);
      }
    }
    if (matter.act().reachesInside()) {
      Facts.Enclosing around = facts.enclosingOf(matter.subject());
      if (around != null) return Sentences.inside(matter, around);
    }
    return Sentences.refused(matter, grounds);
  }
}
