package org.mmm.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** As much of Kustomize as our files use: what else they say is refused. */
final class Kustomization {
  private static final Set<String> FIELDS =
      Set.of(
          "apiVersion",
          "kind",
          "labels",
          "namespace",
          "resources",
          "configMapGenerator",
          "images",
          "replicas",
          "patches");

  private Kustomization() {}

  /** All objects of that directory, with its patches applied. */
  static List<JsonNode> build(Path directory) {
    JsonNode file = DeployFiles.yaml(directory.resolve("kustomization.yaml")).get(0);
    Set<String> unknown = new TreeSet<>();
    file.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) throw new IllegalStateException(directory + " says " + unknown);
    List<JsonNode> objects = new ArrayList<>();
    for (JsonNode resource : file.path("resources")) {
      Path path = directory.resolve(resource.asText()).normalize();
      if (Files.isDirectory(path)) objects.addAll(build(path));
      else objects.addAll(DeployFiles.yaml(path));
    }
    for (JsonNode generator : file.path("configMapGenerator")) {
      for (JsonNode from : generator.path("files")) {
        DeployFiles.text(directory.resolve(from.asText())); // it is there
      }
    }
    for (JsonNode replicas : file.path("replicas")) {
      var spec = (ObjectNode) one(objects, "StatefulSet", replicas.path("name").asText());
      ((ObjectNode) spec.get("spec")).set("replicas", replicas.get("count"));
    }
    for (JsonNode patch : file.path("patches")) {
      JsonNode target = patch.get("target");
      JsonNode object = one(objects, target.get("kind").asText(), target.get("name").asText());
      DeployFiles.yaml(patch.get("patch").asText()).get(0).forEach(step -> apply(object, step));
    }
    return objects;
  }

  static JsonNode one(List<JsonNode> objects, String kind, String name) {
    List<JsonNode> found =
        objects.stream()
            .filter(o -> o.path("kind").asText().equals(kind))
            .filter(o -> o.at("/metadata/name").asText().equals(name))
            .toList();
    if (found.size() != 1) throw new IllegalStateException(found.size() + " are " + kind + name);
    return found.get(0);
  }

  /** One step of a JSON Patch (RFC 6902). */
  private static void apply(JsonNode object, JsonNode step) {
    String path = step.get("path").asText();
    int last = path.lastIndexOf('/');
    JsonNode parent = object.at(path.substring(0, last));
    String key = path.substring(last + 1);
    String op = step.get("op").asText();
    boolean there = !object.at(path).isMissingNode();
    if (op.equals("add") && parent instanceof ArrayNode list && key.equals("-")) {
      list.add(step.get("value"));
    } else if (parent instanceof ObjectNode fields
        && (op.equals("add") || (op.equals("replace") && there))) {
      fields.set(key, step.get("value"));
    } else {
      throw new IllegalStateException("a patch finds nothing at " + path + " to " + op);
    }
  }
}
