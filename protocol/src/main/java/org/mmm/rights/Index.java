package org.mmm.rights;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;

/**
 * Rights by what they are about: family, place and object, an open slot being a key of its own. A
 * composite is filed under the families of its parts, a pattern with several places under each.
 *
 * @param byKey for requests that say where and what
 * @param byFamily the May Nots by family, for requests that leave it open
 */
record Index(Groups<Index.Key> byKey, Groups<Action> byFamily) {
  static final Index EMPTY = new Index(Groups.empty(), Groups.empty());

  record Key(Action family, @Nullable String place, @Nullable String object) {}

  Index with(Held held) {
    Groups<Key> keys = byKey;
    for (Key key : keys(held.right().pattern())) keys = keys.with(key, held);
    if (!held.right().mayNot()) return new Index(keys, byFamily);
    Groups<Action> families = byFamily;
    for (Action family : families(held.right().pattern().action())) {
      families = families.with(family, held);
    }
    return new Index(keys, families);
  }

  Index without(Held held) {
    Groups<Key> keys = byKey;
    for (Key key : keys(held.right().pattern())) keys = keys.without(key, held);
    if (!held.right().mayNot()) return new Index(keys, byFamily);
    Groups<Action> families = byFamily;
    for (Action family : families(held.right().pattern().action())) {
      families = families.without(family, held);
    }
    return new Index(keys, families);
  }

  /** Shows all that might permit that elementary verb on those slots, some perhaps twice. */
  void permitting(Action verb, Slots asked, Consumer<Held> sight) {
    Action family = Family.head(verb);
    look(family, null, asked, sight);
    // Whatever names places names all that the request names, so it is also filed under the first.
    if (!asked.places().isEmpty()) look(family, asked.places().get(0), asked, sight);
  }

  /** Shows all that might forbid that elementary verb on those slots, some perhaps twice. */
  void forbidding(Action verb, Slots asked, Consumer<Held> sight) {
    Action family = Family.head(verb);
    boolean objectOpen = asked.nil() == null && family != Action.CHANGE;
    if (objectOpen || asked.places().isEmpty()) {
      byFamily.get(family).forEach(sight);
      return;
    }
    look(family, null, asked, sight);
    for (String place : asked.places()) look(family, place, asked, sight);
  }

  private void look(Action family, @Nullable String place, Slots asked, Consumer<Held> sight) {
    byKey.get(new Key(family, place, null)).forEach(sight);
    if (asked.nil() != null) byKey.get(new Key(family, place, asked.nil())).forEach(sight);
  }

  private static List<Key> keys(Pattern pattern) {
    List<Key> keys = new ArrayList<>();
    for (Action family : families(pattern.action())) {
      // Rights Change says whom it concerns in either of two slots, so neither is a key.
      String object = family == Action.CHANGE ? null : pattern.nil();
      if (pattern.places().isEmpty()) keys.add(new Key(family, null, object));
      for (String place : pattern.places()) keys.add(new Key(family, place, object));
    }
    return keys;
  }

  private static Set<Action> families(Action verb) {
    Set<Action> families = new LinkedHashSet<>();
    for (Action part : Family.parts(verb)) families.add(Family.head(part));
    return families;
  }
}
