package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON with its path, to be read as what it must be. The {@code need} methods refuse a
 * missing value, the others answer null or what stands for it.
 *
 * @param path where it is, for messages
 * @param node the value; null when missing
 */
record Found(String path, @Nullable JsonNode node) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?");

  @Nullable String text(TextRule rule) {
    return node == null ? null : rule.read(path, node);
  }

  String needText(TextRule rule) {
    return rule.read(path, need(rule.says()));
  }

  /** The number, or null. */
  @Nullable Double number(NumberRule rule) {
    return node == null ? null : rule.read(path, node);
  }

  double number(NumberRule rule, double otherwise) {
    return node == null ? otherwise : rule.read(path, node);
  }

  double needNumber(NumberRule rule) {
    return rule.read(path, need(rule.says()));
  }

  /** The number, or null; its digits may come as a text, which is how V2.2 writes an Age. */
  @Nullable Double numberOrDigits(NumberRule rule) {
    if (node == null || !node.isTextual() || !DIGITS.matcher(node.textValue()).matches()) {
      return number(rule);
    }
    return rule.read(path, new DecimalNode(new BigDecimal(node.textValue())));
  }

  boolean flag(boolean otherwise) {
    if (node == null) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw ItemException.of(path, "true or false", node);
    }
    return node.booleanValue();
  }

  <E extends Enum<E> & WireName> @Nullable E word(Class<E> words) {
    return node == null ? null : needWord(words);
  }

  <E extends Enum<E> & WireName> E needWord(Class<E> words) {
    JsonNode word = need(WireName.says(words));
    return WireName.find(words, word.isTextual() ? word.textValue() : "")
        .orElseThrow(() -> ItemException.of(path, WireName.says(words), word));
  }

  /** A moment: ISO 8601 as a text, or as the Data of an MPAI-OSD Time. */
  @Nullable Instant instant() {
    if (node == null) {
      return null;
    }
    JsonNode text = node.isObject() ? node.path("Data") : node;
    try {
      return Instant.parse(text.asText());
    } catch (DateTimeParseException e) {
      throw ItemException.of(path, "a time such as 2026-01-31T12:00:00Z", node);
    }
  }

  /** The entries of an array; no entries when it is missing. */
  <T> List<T> list(Function<Found, T> entry) {
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      throw ItemException.of(path, "an array", node);
    }
    List<T> entries = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      entries.add(entry.apply(new Found(path + "[" + i + "]", node.get(i))));
    }
    return entries;
  }

  /** As {@link #list}, where one entry may also stand without the array around it. */
  <T> List<T> oneOrList(Function<Found, T> entry) {
    return node == null || node.isArray() ? list(entry) : List.of(entry.apply(this));
  }

  /** An ID, alone or in an object of this one field. */
  String needId(String name) {
    return node != null && node.isObject() && node.size() == 1
        ? object().take(name).needText(TextRule.ID)
        : needText(TextRule.ID);
  }

  List<String> texts(TextRule rule) {
    return list(entry -> entry.needText(rule));
  }

  /** The fields of an object. */
  Fields object() {
    return Fields.of(path, need("an object"));
  }

  /** An Item in its place, or null. */
  <T extends Item> @Nullable T item(Class<T> type) {
    return node == null ? null : needItem(type);
  }

  <T extends Item> T needItem(Class<T> type) {
    ItemType known = ItemType.of(type);
    return type.cast(known.readAt(path, need("a " + known.title())));
  }

  private JsonNode need(String rule) {
    if (node == null) {
      throw ItemException.of(path, rule, (JsonNode) null);
    }
    return node;
  }
}
