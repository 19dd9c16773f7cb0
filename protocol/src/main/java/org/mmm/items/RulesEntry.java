package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One Rule of a Rules Item.
 *
 * @param deonticVerb may, may not or must
 * @param actions one or more Process Actions, each once
 * @param unknown all other fields
 */
public record RulesEntry(DeonticVerb deonticVerb, List<ActionRef> actions, UnknownFields unknown) {
  public RulesEntry {
    actions = ActionRef.unique("Rules.RulesData.PAIDOrPA", actions);
  }

  static RulesEntry read(Found at) {
    Fields in = at.object();
    DeonticVerb verb = in.take("DeonticVerb").needWord(DeonticVerb.class);
    Found actionsAt = in.take(ActionRef.NAME);
    List<ActionRef> actions = actionsAt.oneOrList(ActionRef::read);
    return new RulesEntry(verb, ActionRef.unique(actionsAt.path(), actions), in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("DeonticVerb", deonticVerb)
        .list(ActionRef.NAME, actions, ActionRef::json)
        .done();
  }
}
