package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm peer}. */
@Command(
    name = "peer",
    header = "Says which other M-Instances this one speaks with, and what waits for them.",
    description = {
      "  mmm peer add meet.example                    looks at it, and allows it",
      "  mmm peer list",
      "  mmm peer allow meet.example",
      "  mmm peer limit meet.example --per-minute 60",
      "  mmm peer block meet.example",
      "  mmm peer show meet.example",
      "  mmm peer doctor meet.example                 what is in the way",
      "  mmm peer outbox meet.example                 what waits for it",
      "  mmm peer outbox meet.example --send          sends it now",
      "  mmm peer outbox meet.example --drop MESSAGE  undoes that, if it can be"
    },
    subcommands = {
      PeerAddCommand.class,
      PeerListCommand.class,
      PeerShowCommand.class,
      PeerAllowCommand.class,
      PeerLimitCommand.class,
      PeerBlockCommand.class,
      PeerOutboxCommand.class,
      PeerDoctorCommand.class
    })
final class PeerCommand extends GroupCommand {}
