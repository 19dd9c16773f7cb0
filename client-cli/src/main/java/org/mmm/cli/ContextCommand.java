package org.mmm.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mmm context}. */
@Command(
    name = "context",
    header = "Names nodes, and says which of them is asked.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  mmm context list",
      "  mmm context set city --url https://city.example:7070",
      "  mmm context use city"
    },
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      ContextListCommand.class,
      ContextUseCommand.class,
      ContextSetCommand.class,
      ContextShowCommand.class
    })
final class ContextCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "context what? list, use, set or show");
  }
}
