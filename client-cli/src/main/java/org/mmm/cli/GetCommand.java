package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm get}. */
@Command(
    name = "get",
    header = "Shows Items, Processes, Rights and Rooms.",
    description = {
      "  mmm get items --type Parcel",
      "  mmm get item Persona1",
      "  mmm get room Room1 -o yaml",
      "  mmm get rights User2"
    },
    subcommands = {
      GetItemsCommand.class,
      GetItemCommand.class,
      GetProcessesCommand.class,
      GetProcessCommand.class,
      GetRightsCommand.class,
      GetRoomsCommand.class,
      GetRoomCommand.class
    })
final class GetCommand extends GroupCommand {}
