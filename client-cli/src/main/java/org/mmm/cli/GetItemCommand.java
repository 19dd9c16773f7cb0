package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm get item}. */
@Command(
    name = "item",
    header = "Shows one Item: owner, place, content.",
    description = {"  mmm get item Persona1", "  mmm get item Persona1 --data persona.glb"})
final class GetItemCommand extends ReadCommand {
  @Parameters(paramLabel = "ITEM", description = "An ID, or a name of the newest run.")
  private String item = "";

  @Option(names = "--data", paramLabel = "FILE", description = "Also save the Item's data there.")
  private @Nullable Path data;

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, item);
    Readers readers = readers(session);
    JsonNode shown = readers.read(id, itemPath(id));
    if (data != null) {
      String path = itemPath(id) + "/data";
      save(readers.ask("data of " + id, one -> ApiRequest.get(path, one.token())).raw(), data);
    }
    printer().print(shown, Fields::table);
    return ExitCode.OK;
  }

  private static void save(byte[] bytes, Path to) {
    try {
      Files.write(to, bytes);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write " + to + ": " + e.getMessage(), e);
    }
  }
}
