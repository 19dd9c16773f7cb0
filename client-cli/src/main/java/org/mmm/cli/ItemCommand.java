package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm item}. */
@Command(
    name = "item",
    header = "Proves where an Item has been that was handed over between M-Instances.",
    description = {
      "  mmm item receipt Asset2 --out receipt.json",
      "  mmm item verify receipt.json",
      "  mmm item verify receipt.json --instance alpha.json"
    },
    subcommands = {ItemReceiptCommand.class, ItemVerifyCommand.class})
final class ItemCommand extends GroupCommand {}
