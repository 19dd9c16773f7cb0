package org.mmm.ipp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mmm.action.Action;
import org.mmm.items.ItemType;
import org.mmm.items.Profile;

/**
 * What an M-Instance says that it can do: the M-Capabilities of MMM-TEC V2.0.
 *
 * @param profile Baseline, Finance, Management or High; empty if it says none
 * @param actions titles of the Actions that can be asked of it, at most {@link #AT_MOST}
 * @param items titles of the Item types that it keeps, at most {@link #AT_MOST}
 */
public record Capabilities(String profile, List<String> actions, List<String> items) {
  /** Names that are taken of one list. */
  static final int AT_MOST = 256;

  private static final int LETTERS_AT_MOST = 64;

  public Capabilities {
    actions = List.copyOf(actions);
    items = List.copyOf(items);
  }

  /**
   * What this implementation can do. Its Profile is Baseline: all eight Actions of that are
   * offered, and not all of any larger one.
   */
  public static Capabilities here() {
    return new Capabilities(
        Profile.BASELINE.wireName(),
        Arrays.stream(Action.values()).filter(Action::offered).map(Action::title).toList(),
        Arrays.stream(ItemType.values()).map(ItemType::title).toList());
  }

  ObjectNode json() {
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("Profile", profile);
    actions.forEach(out.putArray("Actions")::add);
    items.forEach(out.putArray("Items")::add);
    return out;
  }

  /** What of it is there; an M-Instance need not say what it can do. */
  static Capabilities of(JsonNode json) {
    return new Capabilities(
        word(json.path("Profile")), words(json.path("Actions")), words(json.path("Items")));
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    for (JsonNode one : array) {
      if (words.size() == AT_MOST) break;
      words.add(word(one));
    }
    return words;
  }

  private static String word(JsonNode text) {
    String word = text.asText();
    return word.length() <= LETTERS_AT_MOST ? word : word.substring(0, LETTERS_AT_MOST);
  }
}
