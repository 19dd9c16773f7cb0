package org.mmm.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.home.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm context set}. */
@Command(
    name = "set",
    header = "Makes or changes a context.",
    description = {
      "  mmm context set city --url https://city.example:7070",
      "  mmm context set city --url http://a.example:7070 --url http://b.example:7070",
      "  mmm context set default --operator-token data/operator.token"
    })
final class ContextSetCommand extends NodeCommand {
  @Parameters(paramLabel = "NAME", description = "Letters, digits, '_', '.' and '-'.")
  private String name = "";

  @Option(
      names = "--operator-token",
      paramLabel = "FILE",
      description = "The file with the operator's token; the token itself is never an argument.")
  private @Nullable Path operatorToken;

  @Option(
      names = "--operator-url",
      paramLabel = "URL",
      description = "Where the Operator API of the node is, such as http://127.0.0.1:7170.")
  private @Nullable URI operatorUrl;

  @Override
  ExitCode perform(Session session) {
    Context known = session.home().contexts().all().get(name);
    List<URI> urls = !options.urls.isEmpty() || known == null ? options.urls : known.urls();
    if (urls.isEmpty()) {
      throw new Failure(ExitCode.USAGE, "where is " + name + "? add --url http://host:port");
    }
    String file = known == null ? null : known.operatorToken();
    if (operatorToken != null) {
      file = operatorToken.toAbsolutePath().toString();
    }
    URI operator = operatorUrl != null ? operatorUrl : known == null ? null : known.operatorUrl();
    try {
      session
          .home()
          .contexts()
          .set(new Context(name, urls.get(0), urls.subList(1, urls.size()), operator, file));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
    return ExitCode.OK;
  }
}
