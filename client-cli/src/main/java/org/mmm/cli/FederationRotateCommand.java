package org.mmm.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.mmm.client.Durations;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.home.KeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm federation rotate}. */
@Command(
    name = "rotate",
    header = "Adds a new key to those by which an M-Instance signs.",
    description = {
      "  mmm federation rotate data/federation.keys",
      "Nodes that run read the file again within 10 s. The new key is published at once and signs",
      "once it is valid; until then copy the file to every node. The keys before are published",
      "still, so that what they have signed can be verified."
    })
final class FederationRotateCommand extends LocalCommand {
  private static final Duration LEAST = Duration.ofHours(1);

  @Parameters(paramLabel = "FILE", description = "The file of the keys.")
  private Path file = Path.of("");

  @Option(
      names = "--begins-in",
      paramLabel = "DURATION",
      defaultValue = "10m",
      converter = Options.DurationConverter.class,
      description = "When it begins to sign (default: ${DEFAULT-VALUE}).")
  private Duration beginsIn = Duration.ZERO;

  @Option(
      names = "--valid-for",
      paramLabel = "DURATION",
      defaultValue = "26280h",
      converter = Options.DurationConverter.class,
      description = "For how long, at least 1h (default: ${DEFAULT-VALUE}, 3 years).")
  private Duration validFor = Duration.ZERO;

  @Override
  ExitCode perform() {
    if (validFor.compareTo(LEAST) < 0) {
      throw new Failure(
          ExitCode.USAGE, "--valid-for must be at least 1h, was " + Durations.print(validFor));
    }
    Instant now = Instant.now();
    KeyFile keys = new KeyFile(file);
    keys.rotate(now, beginsIn, validFor);
    printer().print(FederationKeysCommand.listing(keys.keys(), now), FederationKeysCommand::table);
    return ExitCode.OK;
  }
}
