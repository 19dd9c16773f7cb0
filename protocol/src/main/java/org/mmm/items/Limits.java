package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** How large an Item and its parts may be. The same bounds hold for reading and for writing. */
public final class Limits {
  /** Longest text, in UTF-16 code units. */
  public static final int TEXT = 4_096;

  /** Longest {@code DescrMetadata}, in UTF-16 code units (MMM-TEC V2.2). */
  public static final int DESCR_METADATA = 2_048;

  /** Longest ID, and longest name of a field, in UTF-16 code units. */
  public static final int ID = 128;

  /** Most entries of an array, and most fields of an object. */
  public static final int ENTRIES = 1_000;

  /** Most levels of objects and arrays inside one another, the Item itself included. */
  public static final int NESTING = 16;

  /** Largest Item, in bytes of compact JSON in UTF-8. */
  public static final int ITEM_BYTES = 64 * 1_024;

  /** Levels at which the parser gives up, so that hostile text is never built into a tree. */
  static final int PARSER_NESTING = 32;

  private Limits() {}

  /**
   * Checks a whole Item.
   *
   * @throws ItemException naming the first part that is too large
   */
  static void check(String path, JsonNode item) {
    check(path, item, 1);
    int bytes = ItemJson.bytes(item);
    if (bytes > ITEM_BYTES) {
      throw new ItemException(path, "at most " + ITEM_BYTES + " bytes of JSON", bytes + " bytes");
    }
  }

  private static void check(String path, JsonNode node, int level) {
    if (node.isTextual()) {
      int most = path.endsWith(".DescrMetadata") ? DESCR_METADATA : TEXT;
      int length = node.textValue().length();
      if (length > most) {
        throw new ItemException(
            path, "a text of at most " + most + " characters", length + " long");
      }
      TextRule.checkUnicode(path, node.textValue());
    }
    if (!node.isContainerNode()) {
      return;
    }
    if (level > NESTING) {
      throw new ItemException(path, "nested at most " + NESTING + " levels deep", "deeper");
    }
    entries(path, node.size());
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(path + "[" + i + "]", node.get(i), level + 1);
      }
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      if (name.length() > ID) {
        throw new ItemException(
            path, "an object with names of at most " + ID + " characters", name.length() + " long");
      }
      TextRule.checkUnicode(path, name);
      check(path + "." + name, field.getValue(), level + 1);
    }
  }

  /** An immutable copy of at most {@link #ENTRIES} entries. */
  static <T> List<T> list(String path, List<T> list) {
    entries(path, list.size());
    return List.copyOf(list);
  }

  private static void entries(String path, int size) {
    if (size > ENTRIES) {
      throw new ItemException(path, "at most " + ENTRIES + " entries", size + " entries");
    }
  }
}
