package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One Right of a Rights Item.
 *
 * @param deonticVerb may, may not or must
 * @param level how the Process came by it
 * @param actions one or more Process Actions, each once
 * @param unknown all other fields
 */
public record RightsEntry(
    DeonticVerb deonticVerb, Level level, List<ActionRef> actions, UnknownFields unknown) {
  public RightsEntry {
    actions = ActionRef.unique("Rights.RightsData.PAIDOrPA", actions);
  }

  static RightsEntry read(Found at) {
    Fields in = at.object();
    DeonticVerb verb = in.take("DeonticVerb").needWord(DeonticVerb.class);
    Level level = in.take("Level").needWord(Level.class);
    Found actionsAt = in.take(ActionRef.NAME);
    List<ActionRef> actions = actionsAt.oneOrList(ActionRef::read);
    return new RightsEntry(verb, level, ActionRef.unique(actionsAt.path(), actions), in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("DeonticVerb", deonticVerb)
        .put("Level", level)
        .list(ActionRef.NAME, actions, ActionRef::json)
        .done();
  }
}
