package org.mmm.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Response;

/** A machine some of whose messages or answers get lost, as when its node does. */
final class Lossy implements Machine<String, String> {
  private final List<Message> heard = new CopyOnWriteArrayList<>();
  private final IntPredicate answers;
  private final Response answer;

  /**
   * @param answers whether it answers the message of that number, from 1
   */
  Lossy(IntPredicate answers, Response answer) {
    this.answers = answers;
    this.answer = answer;
  }

  List<Message> heard() {
    return heard;
  }

  @Override
  public String empty() {
    return "";
  }

  @Override
  public String apply(String state, String event) {
    return state;
  }

  @Override
  public Outcome<String> on(String state, Message message, Moment now) {
    heard.add(message);
    Outcome<String> nothing = Outcome.nothing();
    return answers.test(heard.size()) ? nothing.respond(answer) : nothing;
  }
}
