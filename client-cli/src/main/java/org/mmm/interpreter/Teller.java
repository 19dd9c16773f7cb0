package org.mmm.interpreter;

/** Gets the results as they come, from several threads at once. */
@FunctionalInterface
public interface Teller {
  void tell(StepResult result);
}
