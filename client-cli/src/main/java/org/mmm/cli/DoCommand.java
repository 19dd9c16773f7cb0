package org.mmm.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Patience;
import org.mmm.interpreter.Interpreter;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.StepResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm do}. */
@Command(
    name = "do",
    header = "Performs one sentence.",
    description = {
      "  mmm do \"human1 Registers PersonalProfile{} Into User1, Device1, Persona1\"",
      "  mmm do \"User1 MM-Embeds Persona1 At MM-Square With SA(0, 0, 0)\"",
      "  mmm do 'User1 MM-Sends \"hello\" To User2' -o json",
      "Names bound by the newest run on the node can be used, and are bound for the next command."
    })
final class DoCommand extends NodeCommand {
  @Parameters(paramLabel = "SENTENCE", description = "One sentence of MMM-Script.")
  private String sentence = "";

  @Option(names = "--run", paramLabel = "RUN", description = "The run whose names are used.")
  private @Nullable String run;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Ask again under the key of an earlier try whose outcome is unknown.")
  private @Nullable String key;

  @Override
  Duration retryFor() {
    return Patience.DEFAULT_RETRY_FOR;
  }

  @Override
  ExitCode perform(Session session) {
    ScriptFile script = ScriptFile.of("", "sentence", sentence);
    RunState state = Runs.forSentence(session, run);
    String step = key != null ? key : Runs.newName();
    ResultPrinter results = new ResultPrinter(printer());
    ExitCode[] exit = {ExitCode.OK};
    Interpreter interpreter =
        new Interpreter(
            state,
            Targets.of(session),
            Targets.byName(session),
            0,
            result -> {
              results.tell(result);
              exit[0] = exitOf(result);
            });
    interpreter.perform(step + "-", script.script());
    session.tokens().add(session.context(), state.tokens());
    if (exit[0] == ExitCode.UNKNOWN) {
      say("ask again with --run " + state.name() + " --key " + step);
    }
    return exit[0];
  }

  private static ExitCode exitOf(StepResult result) {
    return result.passed() ? ExitCode.OK : result.exit();
  }
}
