package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm federation}. */
@Command(
    name = "federation",
    header = "Shows how two M-Instances ask each other, and keeps the keys of this one.",
    description = {
      "  mmm federation demo                         two metaverses on this machine",
      "  mmm federation keys data/federation.keys    by which keys this one signs",
      "  mmm federation rotate data/federation.keys  adds a new one"
    },
    subcommands = {
      FederationDemoCommand.class,
      FederationKeysCommand.class,
      FederationRotateCommand.class
    })
final class FederationCommand extends GroupCommand {}
