package org.mmm.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.items.ActionRef;
import org.mmm.items.Complement;
import org.mmm.items.DeonticVerb;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.Level;
import org.mmm.items.ProcessAction;
import org.mmm.items.Rights;
import org.mmm.items.RightsEntry;
import org.mmm.pa.Complements;
import org.mmm.pa.With;
import org.mmm.rights.Pattern;

/**
 * The Rights that a request carries: what it would like to be given or taken. A Process Action
 * template is copied into the Right.
 *
 * @param rights what is wanted, in order
 * @param fault why it cannot be read; null if it can
 */
record RightsWish(List<Wanted> rights, @Nullable String fault) {
  /** At most so many Rights in one request. */
  static final int AT_MOST = 16;

  /** One Right that is wanted. */
  record Wanted(DeonticVerb verb, Level level, Pattern pattern) {}

  /** Reads what stands after With; templates named by ID were copied into it before. */
  static RightsWish read(List<With> with) {
    List<ObjectNode> items = new ArrayList<>();
    for (With w : with) {
      if (!(w instanceof With.Inline inline)) continue;
      String header = inline.item().path("Header").asText();
      if (header.startsWith("MMM-RGT")) items.add(inline.item());
    }
    if (items.isEmpty()) return fault("a Change needs With and a Rights Item");
    List<Wanted> wanted = new ArrayList<>();
    try {
      for (ObjectNode item : items) {
        for (RightsEntry entry : ItemJson.read(Rights.class, item).data()) {
          for (ActionRef ref : entry.actions()) {
            ProcessAction action = ref.action();
            if (action == null) {
              return fault("no Process Action template is called \"" + ref.id() + "\"");
            }
            wanted.add(new Wanted(entry.deonticVerb(), entry.level(), pattern(action)));
          }
        }
      }
    } catch (ItemException e) {
      return fault(String.valueOf(e.getMessage()));
    }
    return wanted.isEmpty() || wanted.size() > AT_MOST
        ? fault("a Change takes 1 to " + AT_MOST + " Rights, got " + wanted.size())
        : new RightsWish(wanted, null);
  }

  private static Pattern pattern(ProcessAction item) {
    Action action =
        Action.ofVerb(item.action())
            .orElseThrow(
                () ->
                    new ItemException(
                        "ProcessAction.Action", "a verb of the Action table", item.action()));
    Complements c = Complements.NONE;
    for (Complement slot : item.request()) {
      c =
          switch (slot.preposition()) {
            case NIL -> c.withNil(slot.id());
            case AT -> c.withAt(more(c.at(), slot.id()));
            case TO -> c.withTo(more(c.to(), slot.id()));
            case FROM -> c.withFrom(more(c.from(), slot.id()));
            case BY -> c.withBy(more(c.by(), slot.id()));
            case OF -> c.withOf(slot.id());
            case WITH, INTO -> c;
          };
    }
    Pattern pattern = Pattern.of(action, c);
    return item.source() == null ? pattern : pattern.forSubject(item.source());
  }

  private static String[] more(List<String> ids, String id) {
    List<String> all = new ArrayList<>(ids);
    all.add(id);
    return all.toArray(String[]::new);
  }

  private static RightsWish fault(String why) {
    return new RightsWish(List.of(), why);
  }
}
