package org.mmm.pa;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mmm.action.Action;
import org.mmm.action.Preposition;
import org.mmm.action.Slot;

/**
 * Whether a sentence is one that its Action can be: the complements that the Action table asks for,
 * and no others.
 */
public final class Faults {
  /** How many IDs one complement names at most. */
  public static final int IDS = 16;

  /** How many Items stand after With at most. */
  public static final int WITH = 16;

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:@/-]{0,127}");

  private Faults() {}

  /** FaultyPA with what is wrong and what would be right; empty if nothing is. */
  public static Optional<PaStatus.Err> of(ProcessAction sentence) {
    Action action = sentence.action();
    Complements c = sentence.complements();
    for (Preposition p : Preposition.values()) {
      if (c.has(p) && !action.accepts(p)) {
        return fault(action.title() + " takes no " + p.wireName() + "; it takes " + taken(action));
      }
      if (p != Preposition.WITH && c.ids(p).size() > IDS) {
        return fault(p.wireName() + " names at most " + IDS + " IDs, got " + c.ids(p).size());
      }
      for (String id : c.ids(p)) {
        if (!ID.matcher(id).matches()) {
          return fault(
              "after "
                  + p.wireName()
                  + " stands no ID: \""
                  + shortened(id)
                  + "\"; an ID has 1 to 128 letters, digits, . _ : @ / -");
        }
      }
    }
    for (Slot slot : action.slots()) {
      if (slot.required() && !c.has(slot.preposition())) {
        return fault(
            action.title()
                + " needs "
                + slot.preposition().wireName()
                + "; it takes "
                + taken(action));
      }
    }
    if (c.with().size() > WITH) {
      return fault("With takes at most " + WITH + " Items, got " + c.with().size());
    }
    boolean holder = c.of() != null || c.nil() != null;
    if (action == Action.CHANGE && !holder) {
      return fault("Change needs Of (or, in V2.2, Nil) and the Process whose Rights change");
    }
    return Optional.empty();
  }

  private static String taken(Action action) {
    List<String> words =
        action.slots().stream()
            .map(
                s ->
                    s.required()
                        ? s.preposition().wireName()
                        : "[" + s.preposition().wireName() + "]")
            .toList();
    return String.join(" ", words);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  private static Optional<PaStatus.Err> fault(String detail) {
    return Optional.of(PaStatus.err(Reason.FAULTY_PA, detail));
  }
}
