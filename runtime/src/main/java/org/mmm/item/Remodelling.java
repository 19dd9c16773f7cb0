package org.mmm.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.items.ItemException;
import org.mmm.items.ItemJson;
import org.mmm.items.ModelObject;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.pa.With;

/**
 * Property Change With a 3D Model Object (MMM-TEC V2.2): a Persona is that model from then on. It
 * keeps its ID, its place and its Rights.
 */
final class Remodelling {
  private static final String HEADER = "OSD-3DO";

  private Remodelling() {}

  /**
   * How the Item would be born now; null if no model is asked for.
   *
   * @throws ItemException if what is asked for is no model, or the Item is no Persona
   */
  static Args.@Nullable Founding of(ItemState item, Call call) {
    if (call.action().action() != Action.PROPERTY_CHANGE) return null;
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline
          && inline.item().path("Header").asText().startsWith(HEADER)) {
        return as(item, inline.item());
      }
    }
    return null;
  }

  private static Args.Founding as(ItemState item, ObjectNode asked) {
    if (!item.dataType().equals("Persona")) {
      throw new ItemException(
          item.id(), "a Persona, to be shown as another 3D Model Object", item.dataType());
    }
    ModelObject model = ItemJson.read(ModelObject.class, asked);
    ObjectNode data = model.with(model.envelope().withId(item.id())).json();
    Args.Founding was = item.birth();
    return new Args.Founding(
        was.dataType(),
        was.owner(),
        item.account(), // that of the present owner, whose model it is
        was.open(),
        was.perceptible(),
        was.side(),
        was.capacity(),
        data,
        was.offer(),
        was.place(),
        was.attitude(),
        was.rights(),
        was.tokenId());
  }
}
