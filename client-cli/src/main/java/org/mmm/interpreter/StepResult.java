package org.mmm.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;

/**
 * How one sentence or expectation ended.
 *
 * @param sentence as written
 * @param process the real ID of the subject
 * @param action the verb's name, or {@code expect}
 * @param reason empty when acknowledged
 * @param detail one sentence for a person, or empty
 * @param millis from the first try to the answer
 * @param passed whether it ended as the script says it must
 * @param exit what to end with if the run cannot go on; FAILED lets it go on
 */
public record StepResult(
    int line,
    String sentence,
    String process,
    String action,
    String reason,
    String detail,
    long millis,
    boolean passed,
    ExitCode exit) {

  /** Whether the run cannot go on after this. */
  public boolean interrupts() {
    return !passed
        && (exit == ExitCode.UNAVAILABLE
            || exit == ExitCode.UNKNOWN
            || exit == ExitCode.NOT_AUTHENTICATED);
  }

  /** {@code Ack}, or {@code Err} with the reason beside it. */
  public String status() {
    return reason.isEmpty() ? "Ack" : "Err";
  }

  public ObjectNode json() {
    return Json.object()
        .put("line", line)
        .put("sentence", sentence)
        .put("process", process)
        .put("action", action)
        .put("status", status())
        .put("reason", reason)
        .put("detail", detail)
        .put("millis", millis);
  }
}
