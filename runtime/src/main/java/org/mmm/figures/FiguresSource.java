package org.mmm.figures;

/** Where a node's figures come from; asked by one thread alone, and quick. */
public interface FiguresSource {
  /** What was counted until now. */
  Counts counts();

  /** What is as it is now. */
  Levels levels();
}
