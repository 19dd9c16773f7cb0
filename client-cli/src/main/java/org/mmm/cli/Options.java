package org.mmm.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Durations;
import org.mmm.client.Patience;
import org.mmm.print.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What every command that asks a node takes. */
final class Options {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {
        "The node, such as http://127.0.0.1:7070, instead of the context's.",
        "Given several times: nodes of one M-Instance; the next is asked when one is away."
      })
  List<URI> urls = List.of();

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "The context to use instead of the current one.")
  @Nullable String context;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "How data is printed: table, json or yaml (default: table).")
  Format format = Format.table;

  @Option(
      names = "--retry-for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How long to ask again, with the same key, while the node is away or overloaded or does"
              + " not know the outcome, such as 30s; 0 for never (default: 30s for run, do, repl,"
              + " watch and log --follow, else 2s).")
  @Nullable Duration retryFor;

  Patience patience(Duration otherwise) {
    return Patience.of(retryFor != null ? retryFor : otherwise);
  }

  /** Reads a duration; picocli tells the person what the message says. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.parse(text);
      } catch (IllegalArgumentException e) {
        throw new picocli.CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
