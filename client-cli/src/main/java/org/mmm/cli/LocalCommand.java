package org.mmm.cli;

import java.util.concurrent.Callable;
import org.mmm.client.ExitCode;
import org.mmm.print.Format;
import org.mmm.print.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks no node. */
@Command(
    descriptionHeading = "%nExamples:%n",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false)
abstract class LocalCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "How data is printed: table, json or yaml (default: table).")
  private Format format = Format.table;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /** Does the work. */
  abstract ExitCode perform() throws Exception;

  @Override
  public Integer call() throws Exception {
    return perform().code();
  }

  final Surroundings surroundings() {
    return ((MmmCommand) spec.root().userObject()).surroundings();
  }

  final Printer printer() {
    Surroundings here = surroundings();
    return new Printer(here.out(), format, here.style(), here.width());
  }

  final void say(String message) {
    surroundings().err().println(message);
    surroundings().err().flush();
  }
}
