package org.mmm.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.util.Optional;

/** The configuration of a node: command line over file over system properties over defaults. */
final class Settings {
  private Settings() {}

  /**
   * Throws a {@link NodeFailure} for a file that is missing or cannot be parsed, and for a key of
   * ours that does not exist.
   */
  static Config of(Arguments arguments) {
    try {
      Config file = ConfigFactory.empty();
      if (arguments.config() != null) {
        if (!Files.isReadable(arguments.config())) {
          throw NodeFailure.usage("--config must name a readable file, was " + arguments.config());
        }
        file = ConfigFactory.parseFile(arguments.config().toFile());
      }
      Config defaults =
          ConfigFactory.parseResources("node.conf")
              .withFallback(ConfigFactory.defaultReferenceUnresolved());
      Config all =
          ConfigFactory.parseMap(arguments.settings(), "command line")
              .withFallback(ConfigFactory.defaultOverrides())
              .withFallback(file)
              .withFallback(defaults)
              .resolve();
      Optional<String> unknown = KnownKeys.of(defaults.resolve()).refusal(all);
      if (unknown.isPresent()) throw NodeFailure.usage(unknown.get());
      return all;
    } catch (ConfigException e) {
      throw NodeFailure.usage(e);
    }
  }
}
