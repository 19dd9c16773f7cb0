package org.mmm.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that is nothing without one of the commands below it. */
@Command(
    descriptionHeading = "%nExamples:%n",
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n")
abstract class GroupCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    List<String> below = List.copyOf(spec.subcommands().keySet());
    int last = below.size() - 1;
    String all = last == 0 ? "" : String.join(", ", below.subList(0, last)) + " or ";
    throw new CommandLine.ParameterException(
        spec.commandLine(), spec.name() + " what? " + all + below.get(last));
  }
}
