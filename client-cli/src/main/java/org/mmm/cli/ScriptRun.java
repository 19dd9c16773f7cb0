package org.mmm.cli;

import java.util.List;
import org.mmm.interpreter.Interpreter;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.Summary;
import org.mmm.print.Printer;

/** Performs scripts and prints each sentence as it ends, and the count. */
final class ScriptRun {
  private ScriptRun() {}

  static Summary perform(
      Session session, RunState run, List<ScriptFile> scripts, long seed, Printer printer) {
    ResultPrinter results = new ResultPrinter(printer);
    Interpreter interpreter =
        new Interpreter(run, Targets.of(session), Targets.byName(session), seed, results);
    for (int i = 0; i < scripts.size(); i++) {
      interpreter.perform(i == 0 ? "" : (i + 1) + "-", scripts.get(i).script());
    }
    session.tokens().add(session.context(), run.tokens());
    if (!interpreter.wasInterrupted()) {
      run.finish();
    }
    results.summary(interpreter.summary());
    return interpreter.summary();
  }
}
