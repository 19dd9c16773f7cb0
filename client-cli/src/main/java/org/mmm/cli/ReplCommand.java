package org.mmm.cli;

import java.io.IOException;
import java.time.Duration;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Patience;
import org.mmm.interpreter.Interpreter;
import org.mmm.interpreter.RunState;
import org.mmm.script.Script;
import org.mmm.script.ScriptException;
import org.mmm.script.ScriptParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm repl}. */
@Command(
    name = "repl",
    header = "Performs sentences as they are typed; Tab completes, Ctrl-D ends.",
    description = {
      "  mmm repl",
      "  mmm repl --run r4k2xw93ab      goes on with the names of a run",
      "  mmm repl < sentences.mmm       performs what is piped in, a sentence a line"
    })
final class ReplCommand extends NodeCommand {
  @Option(names = "--run", paramLabel = "RUN", description = "The run whose names are used.")
  private @Nullable String run;

  @Override
  Duration retryFor() {
    return Patience.DEFAULT_RETRY_FOR;
  }

  @Override
  ExitCode perform(Session session) throws IOException {
    RunState state =
        run != null
            ? Runs.forSentence(session, run)
            : new RunState(Runs.begin(session, 0, java.util.List.of()));
    if (!surroundings().terminal()) {
      say("run " + state.name() + " on " + session.context().url());
      loop(session, state, prompt -> surroundings().in().readLine());
      return ExitCode.OK;
    }
    try (Terminal terminal = Terminals.open()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .completer(new SentenceCompleter(state))
              .variable(LineReader.HISTORY_FILE, session.home().history())
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      say("run " + state.name() + " on " + session.context().url());
      loop(session, state, reader::readLine);
    }
    return ExitCode.OK;
  }

  /** Where the lines come from: typed at a prompt, or piped in. */
  private interface Lines {
    /** The next line; null after the last one. */
    @Nullable String next(String prompt) throws IOException;
  }

  private void loop(Session session, RunState state, Lines lines) throws IOException {
    ResultPrinter results = new ResultPrinter(printer());
    String typed = "";
    while (true) {
      try {
        String line = lines.next(typed.isEmpty() ? "mmm> " : "...> ");
        if (line == null) {
          return;
        }
        typed = typed.isEmpty() ? line : typed + "\n" + line;
        if (typed.strip().equals("exit") || typed.strip().equals("quit")) {
          return;
        }
        Script script = ScriptParser.parse(typed);
        typed = "";
        perform(session, state, script, results);
      } catch (ScriptException e) {
        if (!e.atEnd()) {
          e.errors().forEach(error -> say(error.toString()));
          typed = "";
        }
      } catch (Failure e) {
        say("mmm: " + e.getMessage());
        typed = "";
      } catch (UserInterruptException e) {
        typed = "";
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private static void perform(
      Session session, RunState state, Script script, ResultPrinter results) {
    // What is typed twice is meant twice, so each time gets keys of its own.
    Interpreter interpreter =
        new Interpreter(state, Targets.of(session), Targets.byName(session), 0, results);
    interpreter.perform(Runs.newName() + "-", script);
    session.tokens().add(session.context(), state.tokens());
  }
}
