package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm room}. */
@Command(
    name = "room",
    header = "Shows on which node a Room lives, moves it, and records it.",
    description = {
      "  mmm room list",
      "  mmm room show Room1",
      "  mmm room move Room1 --to node2     stays there until --unpin, or until node2 is drained",
      "  mmm room move Room1 --unpin",
      "  mmm room record Room1 --as User1   how Personae move in it, to a file"
    },
    subcommands = {
      RoomListCommand.class,
      RoomShowCommand.class,
      RoomMoveCommand.class,
      RoomRecordCommand.class
    })
final class RoomsCommand extends GroupCommand {}
