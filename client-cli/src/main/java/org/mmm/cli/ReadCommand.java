package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Paths;
import picocli.CommandLine.Option;

/** A command that reads as some Process. */
abstract class ReadCommand extends NodeCommand {
  @Option(
      names = "--as",
      paramLabel = "PROCESS",
      description = "The Process that reads; else the operator, else any whose token is known.")
  @Nullable String reader;

  /** The token to read with; null to read as nobody. */
  final @Nullable String token(Session session) {
    return reader != null
        ? session.tokenOf(Runs.id(session, reader))
        : session.anyToken().orElse(null);
  }

  /**
   * The token of {@code process} when it is known, since a Process may read what concerns it, else
   * the one of {@link #token}.
   */
  final @Nullable String tokenFor(Session session, String process) {
    return reader != null
        ? token(session)
        : session.tokens().of(session.context(), process).or(session::anyToken).orElse(null);
  }

  final JsonNode read(Session session, String path, @Nullable String token) {
    return session.api().get(path, token).body();
  }

  static String itemPath(String id) {
    return "/api/v2.2/items/" + Paths.segment(id);
  }

  static String processPath(String id) {
    return "/api/v2.2/processes/" + Paths.segment(id);
  }
}
