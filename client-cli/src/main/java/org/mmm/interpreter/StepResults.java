package org.mmm.interpreter;

import org.mmm.client.ExitCode;
import org.mmm.script.Line;

/** Results of lines that never became a request. */
final class StepResults {
  private StepResults() {}

  static StepResult faulty(Line line, String process, String detail) {
    return new StepResult(
        line.at().line(),
        line.source(),
        process,
        "",
        "FaultyPA",
        detail,
        0,
        false,
        ExitCode.FAILED);
  }
}
