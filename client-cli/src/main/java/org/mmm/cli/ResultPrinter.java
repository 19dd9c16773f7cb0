package org.mmm.cli;

import org.mmm.interpreter.StepResult;
import org.mmm.interpreter.Summary;
import org.mmm.interpreter.Teller;
import org.mmm.print.OneLine;
import org.mmm.print.Printer;
import org.mmm.print.Style;

/** Prints the results of a run: a line each for people, an object each for scripts. */
final class ResultPrinter implements Teller {
  private final Printer printer;

  ResultPrinter(Printer printer) {
    this.printer = printer;
  }

  @Override
  public synchronized void tell(StepResult result) {
    printer.each(result.json(), json -> line(result));
  }

  void summary(Summary summary) {
    Style style = printer.style();
    String counts = summary.passed() + " passed, " + summary.failed() + " failed";
    printer.each(
        summary.json(), json -> summary.failed() == 0 ? style.good(counts) : style.bad(counts));
  }

  private String line(StepResult result) {
    Style style = printer.style();
    String mark = result.passed() ? style.good("ok  ") : style.bad("FAIL");
    String outcome = result.reason().isEmpty() ? "Ack" : result.reason();
    String sentence = OneLine.of(result.sentence());
    String millis = style.faint(result.millis() + " ms");
    String head = String.format("%s %4d  %s  -> %s  ", mark, result.line(), sentence, outcome);
    boolean silent = result.detail().isEmpty() || result.passed();
    return head + millis + (silent ? "" : "\n           " + OneLine.of(result.detail()));
  }
}
