package org.mmm.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mmm get}. */
@Command(
    name = "get",
    header = "Shows Items, Processes, Rights and Rooms.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  mmm get items --type Parcel",
      "  mmm get item Persona1",
      "  mmm get room Room1 -o yaml",
      "  mmm get rights User2"
    },
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      GetItemsCommand.class,
      GetItemCommand.class,
      GetProcessesCommand.class,
      GetProcessCommand.class,
      GetRightsCommand.class,
      GetRoomsCommand.class,
      GetRoomCommand.class
    })
final class GetCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "get what? items, item, processes, process, rights, rooms or room");
  }
}
