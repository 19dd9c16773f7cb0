package org.mmm.pa;

import static java.util.Objects.requireNonNull;

import org.mmm.action.Action;
import org.mmm.action.Edition;

/**
 * A sentence: a Process asks for an Action on an Item, with complements. The same shape is a
 * request and an entry of the activity log.
 *
 * @param source the ProcessID of the subject; the humanID for Register
 * @param action the verb
 * @param edition the edition in whose words it was asked, and is answered
 * @param complements the rest of the sentence
 */
public record ProcessAction(
    String source, Action action, Edition edition, Complements complements) {
  public ProcessAction {
    requireNonNull(source, "source is missing");
    requireNonNull(action, "action is missing");
    requireNonNull(edition, "edition is missing");
    requireNonNull(complements, "complements are missing");
  }

  public ProcessAction with(Complements others) {
    return new ProcessAction(source, action, edition, others);
  }
}
