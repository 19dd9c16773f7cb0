package org.mmm.personae;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The nodes and meshes of a model: a forest, of no more vertices and parts than can be drawn. */
final class Shapes {
  private static final int MORPHS_AT_MOST = 8;
  private static final String SIMPLER = "simplify the model";

  private final Accessors accessors;
  private final ModelLimits limits;
  private long vertices;
  private long parts;

  private Shapes(Accessors accessors, ModelLimits limits) {
    this.accessors = accessors;
    this.limits = limits;
  }

  static void check(Glb glb, Accessors accessors, ModelLimits limits) throws ModelRefused {
    new Shapes(accessors, limits).check(Part.root(glb.json()));
  }

  private void check(Part root) throws ModelRefused {
    ModelRefused.above("scenes", root.list("scenes").size(), 1, "export one scene alone");
    List<Part> nodes = root.list("nodes");
    ModelRefused.above("nodes", nodes.size(), limits.nodesAtMost(), SIMPLER);
    ModelRefused.above("skins", root.list("skins").size(), limits.nodesAtMost(), SIMPLER);
    forest(nodes);
    List<Part> meshes = root.list("meshes");
    for (Part mesh : meshes) {
      for (Part primitive : mesh.list("primitives")) corners(primitive);
    }
    for (Part node : nodes) {
      if (node.has("mesh")) draw(node.in(meshes, "mesh"));
    }
    if (vertices == 0) {
      throw new ModelRefused("the model has no node with a mesh: nothing is drawn; add one");
    }
  }

  /** No node is below two others, or below itself. */
  private static void forest(List<Part> nodes) throws ModelRefused {
    int[] above = new int[nodes.size()];
    java.util.Arrays.fill(above, -1);
    for (int i = 0; i < nodes.size(); i++) {
      for (Part child : nodes.get(i).list("children")) {
        int below = child.whole(0, nodes.size() - 1);
        if (above[below] >= 0) throw child.wrong("a node that is below no other");
        above[below] = i;
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      int at = i;
      for (int steps = 0; at >= 0; steps++, at = above[at]) {
        if (steps > nodes.size()) throw nodes.get(i).wrong("a node that is not below itself");
      }
    }
  }

  private void draw(Part mesh) throws ModelRefused {
    for (Part primitive : mesh.list("primitives")) {
      vertices += corners(primitive);
      parts++;
    }
    ModelRefused.above("vertices drawn", vertices, limits.verticesAtMost(), SIMPLER);
    ModelRefused.above("parts drawn", parts, limits.nodesAtMost(), "join meshes of one material");
  }

  /** How many vertices a part of a mesh draws. */
  private int corners(Part primitive) throws ModelRefused {
    Part attributes = primitive.field("attributes");
    int positions = accessors.positions(attributes);
    for (String name : names(attributes.node())) {
      if (accessors.count(attributes, name) != positions) {
        throw attributes.field(name).wrong("as many as there are positions, " + positions);
      }
    }
    List<Part> morphs = primitive.list("targets");
    ModelRefused.above(primitive.way() + ", targets", morphs.size(), MORPHS_AT_MOST, SIMPLER);
    for (Part morph : morphs) {
      for (String name : names(morph.node())) {
        if (accessors.count(morph, name) != positions) {
          throw morph.field(name).wrong("as many as there are positions, " + positions);
        }
      }
    }
    int corners = primitive.has("indices") ? accessors.count(primitive, "indices") : positions;
    return Math.max(positions, corners);
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
