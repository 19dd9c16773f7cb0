package org.mmm.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mmm bench}. */
@Command(
    name = "bench",
    header = "Measures a node.",
    descriptionHeading = "%nExamples:%n",
    description = "  mmm bench actions",
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    subcommands = BenchActionsCommand.class)
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "bench what? actions");
  }
}
