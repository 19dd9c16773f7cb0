package org.mmm.interpreter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Pause;
import org.mmm.script.Block;
import org.mmm.script.Line;
import org.mmm.script.Operand;
import org.mmm.script.Operand.Name;
import org.mmm.script.Operand.Num;
import org.mmm.script.Script;
import org.mmm.script.Statement;
import org.mmm.script.Statement.Expect;
import org.mmm.script.Statement.For;
import org.mmm.script.Statement.Sentence;

/**
 * Walks through scripts, line by line. A sentence that fails does not end the walk; a node that is
 * away does, and the same run can be resumed.
 */
public final class Interpreter {
  private final RunState run;
  private final Function<String, Target> targets;
  private final Teller teller;
  private final Performer performer;
  private final Expecter expecter;
  private final AtomicInteger passed = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private volatile ExitCode interrupted = ExitCode.OK;
  private volatile LastSentence last = LastSentence.NONE;
  private volatile Target target;
  private volatile long seed;
  private String file = "";

  /**
   * @param target where sentences are sent until a {@code use}
   * @param targets the node of a context that {@code use} names
   * @param seed from which random numbers are drawn until a {@code seed}
   */
  public Interpreter(
      RunState run, Target target, Function<String, Target> targets, long seed, Teller teller) {
    this.run = run;
    this.target = target;
    this.targets = targets;
    this.seed = seed;
    this.teller = teller;
    this.performer = new Performer(run);
    this.expecter = new Expecter(run);
  }

  /**
   * Performs a script; those after the first in one run go on with its names.
   *
   * @param prefix of every step in it, empty for the first: what makes its keys its own
   */
  public void perform(String prefix, Script script) {
    file = prefix;
    lines(script.lines(), Frame.OUTSIDE, null);
  }

  public Summary summary() {
    ExitCode why = interrupted;
    ExitCode exit = why != ExitCode.OK || failed.get() == 0 ? why : ExitCode.FAILED;
    return new Summary(passed.get(), failed.get(), exit);
  }

  /** Whether the walk ended before the script did. */
  public boolean wasInterrupted() {
    return interrupted != ExitCode.OK;
  }

  private void block(Block block, Frame frame, @Nullable Together together) {
    lines(block.lines(), frame, together);
  }

  private void lines(List<Line> lines, Frame frame, @Nullable Together together) {
    for (Line line : lines) {
      if (wasInterrupted()) {
        return;
      }
      line.statement().ifPresent(statement -> one(line, statement, frame, together));
    }
  }

  private void one(Line line, Statement statement, Frame frame, @Nullable Together together) {
    Step step = Step.of(file, line.at().line(), frame);
    try {
      if (statement instanceof Sentence sentence) {
        inTurn(sentence.subject(), frame, together, () -> sentence(line, sentence, step, frame));
      } else if (statement instanceof Expect expect) {
        inTurn(expect.subject(), frame, together, () -> expect(line, expect, step, frame));
      } else if (statement instanceof Statement.Let let) {
        String value = operands(frame, step).value(let.value());
        run.bind(names(frame).plain(let.name()), value);
      } else if (statement instanceof Statement.Wait wait) {
        pause(wait.time(), step);
      } else if (statement instanceof Statement.Use use) {
        target = targets.apply(use.context().template());
        target.instanceId().ifPresent(id -> run.bind("@" + target.name(), id));
      } else if (statement instanceof Statement.Seed given) {
        seed = given.value();
      } else if (statement instanceof Statement.Repeat repeat) {
        int count = draw(step).number(repeat.count()).intValueExact();
        for (int i = 1; i <= count && !wasInterrupted(); i++) {
          block(repeat.body(), frame.round(i), together);
        }
      } else if (statement instanceof For loop) {
        loop(loop, step, frame, together);
      } else if (statement instanceof Statement.Together concurrent) {
        together(concurrent, frame, together);
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      tell(StepResults.faulty(line, "", String.valueOf(e.getMessage())), step);
    }
  }

  private void loop(For loop, Step step, Frame frame, @Nullable Together together) {
    String variable = loop.variable().text();
    int round = 0;
    for (String value : values(loop, step, frame)) {
      if (wasInterrupted()) {
        return;
      }
      round++;
      block(loop.body(), frame.round(round).with(variable, value), together);
    }
  }

  private List<String> values(For loop, Step step, Frame frame) {
    Operands operands = operands(frame, step);
    if (loop.domain() instanceof Statement.Domain.Range range) {
      long from = new BigDecimal(operands.value(range.from())).longValueExact();
      long to = new BigDecimal(operands.value(range.to())).longValueExact();
      return Range.of(from, to);
    }
    List<String> values = new ArrayList<>();
    for (Operand operand : ((Statement.Domain.Each) loop.domain()).operands()) {
      // A name stays a name: inside the loop it may be bound, or be the subject of Into.
      values.add(operand instanceof Name name ? names(frame).plain(name) : operands.value(operand));
    }
    return values;
  }

  private void together(Statement.Together block, Frame frame, @Nullable Together already) {
    if (already != null) {
      block(block.body(), frame, already);
      return;
    }
    try (Together together = new Together()) {
      block(block.body(), frame, together);
    }
  }

  private void inTurn(Name subject, Frame frame, @Nullable Together together, Runnable work) {
    if (together == null) {
      work.run();
    } else {
      together.inTurn(names(frame).plain(subject), () -> unlessInterrupted(work));
    }
  }

  private void unlessInterrupted(Runnable work) {
    if (!wasInterrupted()) {
      work.run();
    }
  }

  private void sentence(Line line, Sentence sentence, Step step, Frame frame) {
    Names names = names(frame);
    if (run.outcome(step).isPresent()) {
      Skipped.sentence(run, sentence, names, run.outcome(step).orElseThrow());
      count(run.outcome(step).orElseThrow());
      return;
    }
    Performer.Done done =
        performer.perform(line.source(), sentence, step, names, draw(step), target);
    last = done.last();
    tell(done.result(), step);
  }

  private void expect(Line line, Expect expect, Step step, Frame frame) {
    if (run.outcome(step).isPresent()) {
      count(run.outcome(step).orElseThrow());
      return;
    }
    tell(expecter.await(line, expect, names(frame), last, target), step);
  }

  private synchronized void tell(StepResult result, Step step) {
    if (result.interrupts()) {
      // The step is not done: a resumed run asks again with the same key.
      interrupted = wasInterrupted() ? interrupted : result.exit();
      failed.incrementAndGet();
    } else {
      run.done(step, result.passed());
      count(result.passed());
    }
    teller.tell(result);
  }

  private void count(boolean good) {
    (good ? passed : failed).incrementAndGet();
  }

  private void pause(Operand.Quantity time, Step step) {
    Duration duration =
        time instanceof Num number
            ? number.duration()
            : Duration.ofMillis(
                draw(step).number(time).movePointRight(3).max(BigDecimal.ZERO).longValue());
    Pause.of(duration);
  }

  private Names names(Frame frame) {
    return new Names(run, frame);
  }

  private Draw draw(Step step) {
    return new Draw(seed, step);
  }

  private Operands operands(Frame frame, Step step) {
    return new Operands(names(frame), draw(step), step.key(run.name()));
  }
}
