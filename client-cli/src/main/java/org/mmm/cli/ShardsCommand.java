package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm shard}. */
@Command(
    name = "shard",
    header = "Shows which node has which shards, and lets them find their balance.",
    description = {
      "  mmm shard list --type place",
      "  mmm shard rebalance --dry-run    what would move next",
      "  mmm shard rebalance              waits until nothing is left to move"
    },
    subcommands = {ShardListCommand.class, ShardRebalanceCommand.class})
final class ShardsCommand extends GroupCommand {}
