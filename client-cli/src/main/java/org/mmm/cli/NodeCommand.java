package org.mmm.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.mmm.client.ExitCode;
import org.mmm.print.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks a node. */
@Command(
    descriptionHeading = "%nExamples:%n",
    synopsisHeading = "%nUsage: ",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    sortOptions = false)
abstract class NodeCommand implements Callable<Integer> {
  @Mixin Options options = new Options();

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  /** How long to ask again unless told: who reads is better told soon that nobody answers. */
  Duration retryFor() {
    return Duration.ofSeconds(2);
  }

  /** Does the work. */
  abstract ExitCode perform(Session session) throws Exception;

  @Override
  public Integer call() throws Exception {
    return perform(Session.open(surroundings(), options, retryFor())).code();
  }

  Surroundings surroundings() {
    return ((MmmCommand) spec.root().userObject()).surroundings();
  }

  Printer printer() {
    Surroundings here = surroundings();
    return new Printer(here.out(), options.format, here.style(), here.width());
  }

  /** A message for the person, never data. */
  void say(String message) {
    surroundings().err().println(message);
    surroundings().err().flush();
  }
}
