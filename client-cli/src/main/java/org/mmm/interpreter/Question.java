package org.mmm.interpreter;

import org.mmm.client.ActionCall;
import org.mmm.script.Statement.Sentence;

/** Turns a sentence into the request that it stands for, without performing it. */
public final class Question {
  private Question() {}

  /**
   * The same request that performing the sentence would send, asked only to learn how it would be
   * decided.
   *
   * @param id of this question, so that asking twice is asking anew
   * @throws IllegalArgumentException if the sentence cannot be sent
   */
  public static ActionCall of(RunState run, Sentence sentence, Target target, String id) {
    Step step = new Step(id, 1);
    Names names = new Names(run, Frame.OUTSIDE);
    return new Performer(run).call(sentence, step, names, new Draw(0, step), target).asDryRun();
  }
}
