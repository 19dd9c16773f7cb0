package org.mmm.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.items.ProcessType;
import org.mmm.kernel.MintedName;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Rule;

/**
 * The Original Rights with which a Process is born: what the Rules permit its class, and for a User
 * to select a Parcel of the Parcel Service. All else that a Process may do it may because it owns
 * what it acts on, or because the place is public.
 *
 * @param mInstance who gives them
 * @param rules the Rules of the M-Instance
 */
public record BirthRights(String mInstance, List<Rule> rules) {
  private static final Pattern SELECT_PARCEL =
      new Pattern(
          null,
          Action.MM_EMBED,
          null,
          Set.of(),
          Set.of(),
          MmmService.PARCEL.id(Edition.ARC_1_2),
          null);

  public BirthRights {
    rules = List.copyOf(rules);
  }

  /**
   * The Rights of one Process.
   *
   * @param millis when it is born, epoch milliseconds
   */
  public List<Right> of(String process, ProcessType type, long millis) {
    List<Pattern> patterns = new ArrayList<>();
    if (type == ProcessType.USER) patterns.add(SELECT_PARCEL);
    for (Rule rule : rules) {
      boolean about = rule.who() == null || rule.who() == type;
      if (rule.verb() == DeonticVerb.MAY && about) patterns.add(rule.pattern());
    }
    List<Right> rights = new ArrayList<>();
    for (Pattern pattern : patterns) {
      String id = MintedName.derived("Rights", process + " " + rights.size());
      rights.add(
          new Right(id, DeonticVerb.MAY, Level.ORIGINAL, pattern, null, mInstance, null, millis));
    }
    return List.copyOf(rights);
  }
}
