package org.mmm.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks over the statements of a script. */
final class Statements {
  private Statements() {}

  /** Every statement in the order of the text, a block before the statements in it. */
  static void each(List<Line> lines, Consumer<Statement> use) {
    for (Line line : lines) {
      if (line.statement().isEmpty()) continue;
      use.accept(line.statement().get());
      body(line.statement().get()).ifPresent(block -> each(block.lines(), use));
    }
  }

  static Optional<Block> body(Statement statement) {
    if (statement instanceof Statement.Repeat repeat) return Optional.of(repeat.body());
    if (statement instanceof Statement.For loop) return Optional.of(loop.body());
    if (statement instanceof Statement.Together together) return Optional.of(together.body());
    return Optional.empty();
  }
}
