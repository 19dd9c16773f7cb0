package org.mmm.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every spelling of every verb: both editions, older names, base form and third person, hyphen or
 * blank between two words.
 */
final class Verbs {
  /**
   * Older or disagreeing names of the standard (V1.0, V2.0, the AnyAction page of V2.2), and what
   * they mean here.
   */
  private static final Map<String, Action> ALIASES =
      Map.of(
          "MM-Anim", Action.MM_ANIMATE,
          "MU-Render", Action.MU_EMBED,
          "UM-Render", Action.UM_EMBED,
          "RightsChange", Action.CHANGE,
          "Rights Manage", Action.CHANGE,
          "PropertyChange", Action.PROPERTY_CHANGE,
          "Property Manage", Action.PROPERTY_CHANGE);

  private static final Map<String, Action> BY_SPELLING = new LinkedHashMap<>();

  static {
    for (Action action : Action.values()) {
      for (Edition edition : Edition.values()) action.name(edition).ifPresent(n -> add(n, action));
    }
    ALIASES.forEach(Verbs::add);
  }

  private Verbs() {}

  static Optional<Action> find(String verb) {
    return Optional.ofNullable(BY_SPELLING.get(verb));
  }

  static List<String> spellings() {
    return List.copyOf(BY_SPELLING.keySet());
  }

  private static void add(String name, Action action) {
    for (String base : List.of(name, name.replace(' ', '-'))) {
      BY_SPELLING.put(base, action);
      BY_SPELLING.put(thirdPerson(base), action);
    }
  }

  private static String thirdPerson(String verb) {
    boolean consonantY = verb.endsWith("fy") || verb.endsWith("ty");
    return consonantY ? verb.substring(0, verb.length() - 1) + "ies" : verb + "s";
  }
}
