package org.mmm.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mmm account}. */
@Command(
    name = "account",
    header = "Signs in again, exports or erases an Account.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  mmm account login human1-r4k2x",
      "  mmm account export Account1 --as User1 > mine.json",
      "  mmm account erase Account1 --as User1"
    },
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      AccountLoginCommand.class,
      AccountExportCommand.class,
      AccountEraseCommand.class
    })
final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "account what? login, export or erase");
  }
}
