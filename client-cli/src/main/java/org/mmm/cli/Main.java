package org.mmm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.print.OneLine;
import org.mmm.print.Style;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Starts {@code mmm}. */
public final class Main {
  /** Examples come first: most people look for a line to copy. */
  private static final List<String> HELP =
      List.of(
          SECTION_KEY_HEADER,
          SECTION_KEY_DESCRIPTION_HEADING,
          SECTION_KEY_DESCRIPTION,
          SECTION_KEY_SYNOPSIS_HEADING,
          SECTION_KEY_SYNOPSIS,
          SECTION_KEY_PARAMETER_LIST_HEADING,
          SECTION_KEY_PARAMETER_LIST,
          SECTION_KEY_OPTION_LIST_HEADING,
          SECTION_KEY_OPTION_LIST,
          SECTION_KEY_COMMAND_LIST_HEADING,
          SECTION_KEY_COMMAND_LIST,
          SECTION_KEY_EXIT_CODE_LIST_HEADING,
          SECTION_KEY_EXIT_CODE_LIST,
          SECTION_KEY_FOOTER);

  private Main() {}

  public static void main(String[] arguments) {
    Surroundings here =
        new Surroundings(
            System.getenv(),
            writer(System.out),
            writer(System.err),
            new BufferedReader(new InputStreamReader(System.in, UTF_8)),
            System.console() != null);
    System.exit(run(here, arguments));
  }

  /** The exit code of the command; nothing of what happens inside gets out another way. */
  static int run(Surroundings here, String... arguments) {
    try {
      return commandLine(here).execute(arguments);
    } finally {
      here.out().flush();
      here.err().flush();
    }
  }

  static CommandLine commandLine(Surroundings here) {
    CommandLine line = new CommandLine(new MmmCommand(here));
    line.setOut(here.out());
    line.setErr(here.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(here.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(100);
    line.setHelpSectionKeys(HELP);
    line.setParameterExceptionHandler(Main::wrongUse);
    line.setExecutionExceptionHandler(Main::failed);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static int wrongUse(CommandLine.ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String command = line.getCommandSpec().qualifiedName();
    complain(line, e.getMessage() + "; see '" + command + " --help'");
    return ExitCode.USAGE.code();
  }

  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    boolean debug = parsed.originalArgs().contains("--debug");
    if (debug) {
      e.printStackTrace(line.getErr());
    }
    if (e instanceof Failure failure) {
      complain(line, String.valueOf(failure.getMessage()));
      return failure.exit().code();
    }
    complain(line, e.getClass().getSimpleName() + ": " + e.getMessage() + hint(debug));
    return ExitCode.FAILED.code();
  }

  private static String hint(boolean debug) {
    return debug ? "" : " (this is a fault of mmm; --debug shows where)";
  }

  private static void complain(CommandLine line, String message) {
    line.getErr().println("mmm: " + OneLine.of(message));
    line.getErr().flush();
  }

  private static PrintWriter writer(OutputStream to) {
    return new PrintWriter(new OutputStreamWriter(to, UTF_8), false);
  }
}
