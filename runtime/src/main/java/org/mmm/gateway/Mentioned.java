package org.mmm.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.mmm.action.Preposition;
import org.mmm.items.Limits;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/** Which names a sentence mentions, in its complements and inside the Items that go with it. */
final class Mentioned {
  /** So many names inside Items are looked up; whoever needs one more refuses it as unknown. */
  static final int INSIDE_AT_MOST = 256;

  private static final Pattern NAME = Pattern.compile("\\S{1," + Limits.ID + "}");

  private Mentioned() {}

  static Set<String> in(ProcessAction action) {
    Set<String> names = new LinkedHashSet<>();
    for (Preposition preposition : Preposition.values()) {
      names.addAll(action.complements().ids(preposition));
    }
    boolean speaksOfOthers =
        switch (action.action()) {
          case CHANGE, TRANSACT, POST, RESOLVE -> true;
          default -> false;
        };
    int most = names.size() + INSIDE_AT_MOST;
    for (With with : action.complements().with()) {
      if (with instanceof With.Inline inline && (speaksOfOthers || isSentence(inline.item()))) {
        texts(inline.item(), names, most);
      }
    }
    return names;
  }

  /**
   * Rights, and Process Actions, whatever they go along with: a template that is given now may be
   * named by a later request. Any other Item inside a sentence is what it is, and names nobody.
   */
  private static boolean isSentence(JsonNode item) {
    String header = item.path("Header").asText();
    return header.startsWith("MMM-PAC") || header.startsWith("MMM-RGT");
  }

  private static void texts(JsonNode node, Set<String> names, int most) {
    if (names.size() >= most) return;
    if (node.isTextual() && NAME.matcher(node.textValue()).matches()) names.add(node.textValue());
    for (JsonNode part : node) texts(part, names, most);
  }
}
