package org.mmm.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mmm.pa.ProcessAction;

/** The lines of a derivation, in words. */
final class Sentences {
  /** How many unfitting Rights are explained one by one; more would hide the first. */
  private static final int EXPLAINED = 3;

  private Sentences() {}

  static Line owned(Matter matter) {
    return permits(matter, () -> matter.subject() + " owns it");
  }

  static Line open(Matter matter) {
    return permits(matter, () -> "it is public");
  }

  static Line inside(Matter matter, Facts.Enclosing around) {
    return permits(
        matter, () -> "it is inside " + around.place() + ", which " + matter.subject() + " owns");
  }

  static Line granted(Matter matter, Right right) {
    String entity = matter.facts().entity();
    return new Line(entity, true, right, () -> entity + " permits: " + given(right));
  }

  static Line free(ProcessAction action) {
    String subject = action.source();
    return new Line(
        subject, true, null, () -> subject + " is under no May Not and no Rule against it");
  }

  static Line mayNot(ProcessAction action, Right right) {
    String subject = action.source();
    return new Line(subject, false, right, () -> subject + " may not: " + given(right));
  }

  static Line against(ProcessAction action, RuleBook rules, Rule rule) {
    String subject = action.source();
    String book = rules.holder() + ", version " + rules.version();
    return new Line(
        subject,
        false,
        null,
        () -> subject + " may not: the Rules of " + book + ", say: " + rule.sentence());
  }

  static Line refused(Matter matter, Grounds grounds) {
    String entity = matter.facts().entity();
    return new Line(
        entity, false, null, () -> entity + " refuses: " + enumerate(missing(matter, grounds)));
  }

  private static List<String> missing(Matter matter, Grounds grounds) {
    List<String> why = new ArrayList<>();
    why.add(matter.subject() + " is not its owner (" + matter.facts().owner() + ")");
    if (matter.act().opensToAll()) why.add("it is not public");
    why.add(
        matter.act().grantable()
            ? unfitting(matter, grounds.rights())
            : "only its owner can change Rights to it");
    return why;
  }

  private static Line permits(Matter matter, Supplier<String> why) {
    String entity = matter.facts().entity();
    return new Line(entity, true, null, () -> entity + " permits: " + why.get());
  }

  private static String given(Right right) {
    return right.giver()
        + (right.mayNot() ? " forbade on " : " granted on ")
        + Instant.ofEpochMilli(right.givenMillis())
        + ": "
        + right.sentence();
  }

  private static String unfitting(Matter matter, List<Right> rights) {
    if (rights.isEmpty()) return "no Right was presented";
    List<String> each = new ArrayList<>();
    for (Right right : rights.subList(0, Math.min(rights.size(), EXPLAINED))) {
      Misfit misfit = Misfit.of(right, matter);
      if (misfit != null) {
        each.add("the one given by " + right.giver() + " " + misfit.says(right, matter.facts()));
      }
    }
    String count = rights.size() == 1 ? "the Right presented does not fit" : many(rights.size());
    return count + ": " + String.join("; ", each);
  }

  private static String many(int rights) {
    return "none of the " + rights + " Rights presented fits";
  }

  private static String enumerate(List<String> parts) {
    int last = parts.size() - 1;
    String first = String.join(", ", parts.subList(0, last));
    return first + (last > 1 ? ", and " : " and ") + parts.get(last);
  }
}
