package org.mmm.bench;

import java.util.ArrayList;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.interpreter.Interpreter;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.StepResult;
import org.mmm.interpreter.Target;
import org.mmm.script.ScriptParser;

/** Performs the script that comes before a measurement. */
final class Preparation {
  private Preparation() {}

  /**
   * @throws Failure if a sentence of it fails; it says which, and why
   */
  static void perform(Target target, RunState run, String script, long seed) {
    List<StepResult> bad = new ArrayList<>();
    Interpreter interpreter =
        new Interpreter(
            run,
            target,
            other -> target,
            seed,
            result -> {
              if (!result.passed()) bad.add(result);
            });
    interpreter.perform("", ScriptParser.parse(script));
    if (interpreter.summary().failed() > 0) {
      StepResult first = bad.get(0);
      throw new Failure(
          ExitCode.FAILED,
          "the scene could not be prepared: "
              + first.sentence()
              + " -> "
              + first.reason()
              + " "
              + first.detail());
    }
  }
}
