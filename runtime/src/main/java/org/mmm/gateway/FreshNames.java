package org.mmm.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mmm.items.ItemException;
import org.mmm.items.ItemType;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/** Which unused names a sentence needs for what it yields. */
final class FreshNames {
  private FreshNames() {}

  /**
   * @param mint makes an unused name for a kind
   */
  static List<String> of(ProcessAction action, UnaryOperator<String> mint) {
    return kinds(action).stream().map(mint).toList();
  }

  /** The kinds in the order in which the performer takes them. */
  static List<String> kinds(ProcessAction action) {
    return switch (action.action()) {
      case AUTHOR -> List.of(authored(action), "Rights");
      case TRANSACT -> List.of("Transaction", "Rights");
      // composites: what their parts yield, in the order of the parts
      case TRACK -> List.of("Data", "Stream", "RItem");
      case UM_ANIMATE, UM_EMBED, UM_ACTUATE -> List.of("Data", "Stream");
      default -> action.action().yields();
    };
  }

  private static String authored(ProcessAction action) {
    for (With with : action.complements().with()) {
      if (with instanceof With.Inline inline) {
        JsonNode header = inline.item().path("Header");
        if (header.isTextual()) return kind(header.textValue());
      } else if (with instanceof With.Named named && ItemType.byName(named.id()).isPresent()) {
        return kind(ItemType.byName(named.id()).orElseThrow());
      }
    }
    return "Item";
  }

  private static String kind(String header) {
    try {
      return ItemType.byHeader(header).map(FreshNames::kind).orElse("Item");
    } catch (ItemException notAHeader) {
      return "Item"; // the Author Service refuses it and says why
    }
  }

  private static String kind(ItemType type) {
    return type == ItemType.MODEL_OBJECT ? "Persona" : type.title().replaceAll("[^A-Za-z]", "");
  }
}
