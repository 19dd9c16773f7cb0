package org.mmm.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of a node: command line over file over system properties over defaults. */
final class Settings {
  private Settings() {}

  /** Throws a {@link NodeFailure} for a file that is missing or cannot be parsed. */
  static Config of(Arguments arguments) {
    Map<String, Object> said = new LinkedHashMap<>();
    if (arguments.registration() != null) {
      said.put("mmm.edge.registration", arguments.registration());
    }
    if (arguments.journal() != null) said.put("mmm.journal.kind", arguments.journal());
    if (arguments.contactPoints() != null) {
      said.put("mmm.journal.cassandra.contact-points", arguments.contactPoints());
    }
    try {
      Config file = ConfigFactory.empty();
      if (arguments.config() != null) {
        if (!Files.isReadable(arguments.config())) {
          throw NodeFailure.usage("--config must name a readable file, was " + arguments.config());
        }
        file = ConfigFactory.parseFile(arguments.config().toFile());
      }
      return ConfigFactory.parseMap(said, "command line")
          .withFallback(ConfigFactory.defaultOverrides())
          .withFallback(file)
          .withFallback(ConfigFactory.parseResources("node.conf"))
          .withFallback(ConfigFactory.defaultReferenceUnresolved())
          .resolve();
    } catch (ConfigException e) {
      throw NodeFailure.usage(e);
    }
  }
}
