package org.mmm.cli;

import org.jspecify.annotations.Nullable;
import org.mmm.client.Paths;
import picocli.CommandLine.Option;

/** A command that reads as some Process. */
abstract class ReadCommand extends NodeCommand {
  @Option(
      names = "--as",
      paramLabel = "PROCESS",
      description =
          "The Process that reads; else the first that may: one of the newest run, the operator, or"
              + " any whose token is known.")
  @Nullable String reader;

  final Readers readers(Session session) {
    return Readers.of(session, reader);
  }

  static String itemPath(String id) {
    return "/api/v2.2/items/" + Paths.segment(id);
  }

  static String processPath(String id) {
    return "/api/v2.2/processes/" + Paths.segment(id);
  }
}
