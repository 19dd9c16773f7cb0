package org.mmm.cli;

import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm get items}. */
@Command(
    name = "items",
    header = "Lists Items.",
    description = {"  mmm get items", "  mmm get items --type Parcel --owner User1 -o json"})
final class GetItemsCommand extends ReadCommand {
  @Option(names = "--type", paramLabel = "TYPE", description = "Only Items of this data type.")
  private @Nullable String type;

  @Option(names = "--owner", paramLabel = "PROCESS", description = "Only Items of this owner.")
  private @Nullable String owner;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "So many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  @Override
  ExitCode perform(Session session) {
    String of = owner == null ? null : Runs.id(session, owner);
    printer().print(ItemPages.read(session, readers(session), type, of, limit), ItemPages::table);
    return ExitCode.OK;
  }
}
