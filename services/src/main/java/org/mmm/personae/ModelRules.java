package org.mmm.personae;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * What a model must be so that it is shown to others: GLB 2.0 in one file, which refers to nothing
 * outside it, asks for no extension, and is small enough for everybody's browser. Strangers make
 * these files, so nothing in them is believed.
 */
public final class ModelRules {
  /** The media type of a GLB file. */
  public static final String TYPE = "model/gltf-binary";

  /** What changes a surface and costs no more than a surface does. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "KHR_materials_emissive_strength",
          "KHR_materials_ior",
          "KHR_materials_specular",
          "KHR_materials_unlit",
          "KHR_texture_transform");

  private ModelRules() {}

  /**
   * Why that file is not shown to others; empty if it is.
   *
   * @return one sentence with the value, the rule and the way out
   */
  public static Optional<String> refusal(byte[] file, ModelLimits limits) {
    try {
      Glb glb = Glb.read(file, limits);
      checkVersion(Part.root(glb.json()).field("asset"));
      checkExtensions(Part.root(glb.json()));
      Accessors accessors = Accessors.checked(glb);
      Images.check(glb, accessors, limits);
      Shapes.check(glb, accessors, limits);
      return Optional.empty();
    } catch (ModelRefused refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private static void checkVersion(Part asset) throws ModelRefused {
    Part version = asset.field("version");
    if (!version.node().asText().equals("2.0")) throw version.wrong("\"2.0\"");
  }

  private static void checkExtensions(Part root) throws ModelRefused {
    for (Part required : root.list("extensionsRequired")) {
      throw new ModelRefused(
          required.way()
              + " is "
              + required.node()
              + ", and no extension may be required; export the model without it");
    }
    checkWithin(root);
  }

  /** An extension may stand anywhere, said before or not. */
  private static void checkWithin(Part part) throws ModelRefused {
    for (var field : part.node().properties()) {
      Part below = part.field(field.getKey());
      if (field.getKey().equals("extensions")) checkAllowed(below);
      checkWithin(below);
    }
    int index = 0;
    if (part.node().isArray()) {
      for (JsonNode entry : part.node()) {
        checkWithin(new Part(part.way() + "[" + index++ + "]", entry));
      }
    }
  }

  private static void checkAllowed(Part extensions) throws ModelRefused {
    for (var field : extensions.node().properties()) {
      if (!EXTENSIONS.contains(field.getKey())) {
        throw new ModelRefused(
            extensions.way()
                + " has "
                + field.getKey()
                + ", may have "
                + String.join(", ", EXTENSIONS.stream().sorted().toList())
                + "; export the model without it");
      }
    }
  }
}
