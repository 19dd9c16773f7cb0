package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mmm} itself. */
@Command(
    name = "mmm",
    header = "Runs and asks metaverse instances after the MPAI Metaverse Model.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  mmm demo                                   two humans meet, on a node of its own",
      "  mmm up                                     starts a node; stop it with Ctrl-C",
      "  mmm cluster start --nodes 3                several nodes, on a Cassandra",
      "  mmm run examples/phase0.mmm                performs a script",
      "  mmm do \"User1 MM-Sends \\\"hello\\\" To User2\"   performs one sentence",
      "  mmm right why \"User2 MM-Embeds Persona2 At Room1\"",
      "  mmm get rooms -o json",
      "  mmm federation demo                        two metaverses, and a visitor",
      "  mmm top                                    what all nodes do, live",
      "  mmm explain MM-Embed"
    },
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed: a sentence did not end as it should, or the command did not",
      "2:wrong use: unknown option, syntax error in a script",
      "3:not found: no such Item, Process, file or context",
      "4:not authenticated: no token, or not the right one",
      "5:refused: a Right is missing",
      "6:conflict: it contradicts how things stand",
      "7:unavailable: surely not performed; try again",
      "8:outcome unknown: ask again with the same key (mmm run --resume)"
    },
    footerHeading = "%nFiles: ",
    footer = "~/.mmm (or $MMM_HOME) holds contexts, tokens and runs, readable by you only.",
    version = "mmm 0.1.0",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      ClusterCommand.class,
      NodesCommand.class,
      RoomsCommand.class,
      ShardsCommand.class,
      PeerCommand.class,
      ReportCommand.class,
      ItemCommand.class,
      ResolveCommand.class,
      FederationCommand.class,
      ConformanceCommand.class,
      DemoCommand.class,
      RunCommand.class,
      DoCommand.class,
      ReplCommand.class,
      GetCommand.class,
      LogCommand.class,
      RightCommand.class,
      WatchCommand.class,
      PlayCommand.class,
      ContextCommand.class,
      TokenCommand.class,
      AccountCommand.class,
      ExplainCommand.class,
      CheckCommand.class,
      BenchCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      TopCommand.class,
      JournalCommand.class,
      DoctorCommand.class,
      CompletionCommand.class
    })
final class MmmCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      description = "Show stack traces.",
      scope = CommandLine.ScopeType.INHERIT)
  private boolean debug;

  MmmCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "which command? (exit code " + ExitCode.USAGE.code() + ")");
  }
}
