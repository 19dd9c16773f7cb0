package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Preposition;

/**
 * One complement of a Process Action: {@code {"AtItem": "Room1"}}.
 *
 * @param preposition its part in the sentence
 * @param kind whether it names a Process or an Item; null where the sentence does not say, which is
 *     written without a kind: {@code {"At": "Room1"}}
 * @param id the Process or Item, of 1 to 128 characters
 */
public record Complement(Preposition preposition, @Nullable TargetKind kind, String id) {
  private static final Pattern SLOT =
      Pattern.compile("(Nil|At|By|From|Into|Of|To|With)(?:(Item)|Proc(?:ess)?)?");
  private static final String SLOTS =
      "an object with one name out of Nil, At, By, From, Into, Of, To, With, alone or before"
          + " Process or Item";

  public Complement {
    TextRule.ID.check("Complement." + preposition.wireName(), id);
  }

  /** A complement that names an Item. */
  public static Complement item(Preposition preposition, String id) {
    return new Complement(preposition, TargetKind.ITEM, id);
  }

  /** A complement that names a Process. */
  public static Complement process(Preposition preposition, String id) {
    return new Complement(preposition, TargetKind.PROCESS, id);
  }

  /** Reads an array of one-name objects, or one object of slots with an ID or several each. */
  static List<Complement> list(Found at) {
    List<Complement> complements = new ArrayList<>();
    for (Found entry : at.oneOrList(found -> found)) {
      JsonNode object = entry.node();
      boolean oneName = at.node() == object || (object != null && object.size() == 1);
      if (object == null || !object.isObject() || !oneName) {
        throw ItemException.of(entry.path(), SLOTS, object);
      }
      for (Map.Entry<String, JsonNode> slot : object.properties()) {
        complements.addAll(read(entry, slot.getKey(), slot.getValue()));
      }
    }
    return complements;
  }

  private static List<Complement> read(Found object, String name, JsonNode value) {
    Matcher slot = SLOT.matcher(name);
    if (!slot.matches()) {
      throw ItemException.of(object.path(), SLOTS, object.node());
    }
    Preposition preposition = Preposition.of(slot.group(1)).orElseThrow(AssertionError::new);
    boolean noKind = name.length() == slot.group(1).length();
    TargetKind kind = noKind ? null : slot.group(2) == null ? TargetKind.PROCESS : TargetKind.ITEM;
    return new Found(object.path() + "." + name, value)
        .oneOrList(id -> new Complement(preposition, kind, id(id)));
  }

  /** An ID, alone or as the {@code itemID} of an object. */
  private static String id(Found at) {
    JsonNode node = at.node();
    return node != null && node.isObject()
        ? at.object().take("itemID", "ItemID").needText(TextRule.ID)
        : at.needText(TextRule.ID);
  }

  JsonNode json() {
    String slot = preposition.wireName() + (kind == null ? "" : kind.wireName());
    return FieldWriter.part(UnknownFields.NONE).put(slot, id).done();
  }
}
