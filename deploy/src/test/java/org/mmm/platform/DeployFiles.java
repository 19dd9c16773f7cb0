package org.mmm.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files below {@code deploy}, and the documentation beside it. */
public final class DeployFiles {
  static final Path ROOT = Path.of(System.getProperty("mmm.root"));
  static final Path DEPLOY = ROOT.resolve("deploy");
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeployFiles() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents of a YAML file; a key that stands there twice is an error. */
  static List<JsonNode> yaml(Path file) {
    return yaml(text(file));
  }

  static List<JsonNode> yaml(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<JsonNode> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(options))
        .loadAll(text)
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    return documents;
  }

  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
