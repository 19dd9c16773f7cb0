package org.mmm.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Names inside texts: {@code {Name}} stands for that name's real ID, <code>{{</code> for a brace.
 * In JSON the string values are templates, the field names are not. A name that is no plain word
 * stands in backticks: <code>{`my room`}</code>.
 */
public final class Interpolation {
  private Interpolation() {}

  /** The names in a template, in the order of their first use. */
  public static Set<String> names(String template) {
    Set<String> names = new LinkedHashSet<>();
    scan(template, names::add, literal -> {});
    return names;
  }

  /** The names in all string values, in the order of their first use. */
  public static Set<String> names(JsonNode json) {
    Set<String> names = new LinkedHashSet<>();
    eachString(json, text -> names.addAll(names(text)));
    return names;
  }

  /** The template with each name replaced, and with single braces for doubled ones. */
  public static String fill(String template, UnaryOperator<String> nameToId) {
    if (template.indexOf('{') < 0) return template;
    StringBuilder filled = new StringBuilder();
    scan(template, name -> filled.append(nameToId.apply(name)), filled::append);
    return filled.toString();
  }

  /** A copy with every string value filled. */
  public static JsonNode fill(JsonNode json, UnaryOperator<String> nameToId) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (json.isTextual()) return nodes.textNode(fill(json.textValue(), nameToId));
    if (json.isArray()) {
      ArrayNode copy = nodes.arrayNode(json.size());
      json.forEach(element -> copy.add(fill(element, nameToId)));
      return copy;
    }
    if (json.isObject()) {
      ObjectNode copy = nodes.objectNode();
      json.properties().forEach(e -> copy.set(e.getKey(), fill(e.getValue(), nameToId)));
      return copy;
    }
    return json;
  }

  /** The template that fills to exactly this text. */
  public static String escape(String literal) {
    return literal.replace("{", "{{");
  }

  static void check(String template) {
    scan(template, name -> {}, literal -> {});
  }

  static void check(JsonNode json) {
    eachString(json, Interpolation::check);
  }

  private static void eachString(JsonNode json, Consumer<String> use) {
    if (json.isTextual()) use.accept(json.textValue());
    json.forEach(child -> eachString(child, use));
  }

  private static void scan(String template, Consumer<String> name, Consumer<String> literal) {
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      literal.accept(template.substring(from, open));
      if (template.startsWith("{{", open)) {
        literal.accept("{");
        from = open + 2;
      } else {
        int end = nameEnd(template, open + 1);
        boolean quoted = template.charAt(open + 1) == '`';
        name.accept(template.substring(open + (quoted ? 2 : 1), quoted ? end - 1 : end));
        from = end + 1;
      }
    }
    literal.accept(template.substring(from));
  }

  private static int nameEnd(String template, int from) {
    int end = Words.plainEnd(template, from);
    if (template.startsWith("`", from)) end = template.indexOf('`', from + 1) + 1;
    boolean named = end > from && (end - from > 2 || template.charAt(from) != '`');
    if (named && template.startsWith("}", end)) return end;
    throw new IllegalArgumentException(
        "a { in a text opens a name, as in {User1}; write {{ for a brace");
  }
}
