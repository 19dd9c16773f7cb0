package org.mmm.personae;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the JSON of a model, with its way from the root, by which a refusal names it.
 *
 * @param way such as {@code meshes[0].primitives[2]}
 * @param node the JSON; missing if there is none
 */
record Part(String way, JsonNode node) {
  private static final String WAY_OUT = "export the model again";

  static Part root(JsonNode json) {
    return new Part("", json);
  }

  Part field(String name) {
    return new Part(way.isEmpty() ? name : way + "." + name, node.path(name));
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** The objects of a list that may be missing. */
  List<Part> list(String name) throws ModelRefused {
    Part list = field(name);
    if (list.node.isMissingNode()) return List.of();
    if (!list.node.isArray()) throw list.wrong("a list");
    List<Part> all = new ArrayList<>();
    for (JsonNode one : list.node) {
      all.add(new Part(list.way + "[" + all.size() + "]", one));
    }
    return all;
  }

  /** A whole number that must be there. */
  int whole(String name, int least, int most) throws ModelRefused {
    Part number = field(name);
    return number.whole(least, most);
  }

  int whole(String name, int least, int most, int otherwise) throws ModelRefused {
    return has(name) ? whole(name, least, most) : otherwise;
  }

  /** This itself as a whole number. */
  int whole(int least, int most) throws ModelRefused {
    int value = node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : least - 1;
    if (value < least || value > most) {
      throw wrong("a whole number from " + least + " to " + most);
    }
    return value;
  }

  /** The entry of that list which a field names by its index. */
  Part in(List<Part> list, String name) throws ModelRefused {
    if (list.isEmpty()) throw field(name).wrong("the index of what there is");
    return list.get(whole(name, 0, list.size() - 1));
  }

  void without(String name, String why) throws ModelRefused {
    if (has(name)) throw new ModelRefused(field(name).way + " is there; " + why);
  }

  ModelRefused wrong(String rule) {
    String is = node.isMissingNode() ? "missing" : node.toString();
    String shown = is.length() > 80 ? is.substring(0, 80) + "..." : is;
    return new ModelRefused(way + " must be " + rule + ", was " + shown + "; " + WAY_OUT);
  }
}
