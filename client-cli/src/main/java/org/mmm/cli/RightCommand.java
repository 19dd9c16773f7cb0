package org.mmm.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mmm right}. */
@Command(
    name = "right",
    header = "Explains what Processes may do.",
    descriptionHeading = "%nExamples:%n",
    description = "  mmm right why \"User2 MM-Embeds Persona2 At Room1\"",
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    subcommands = WhyCommand.class)
final class RightCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "right what?");
  }
}
