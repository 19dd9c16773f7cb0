package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Optional;
import org.mmm.intent.Answers;
import org.mmm.intent.Performed;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;
import org.pcollections.TreePMap;

/**
 * One lane of letters to another M-Instance.
 *
 * @param last the newest number
 * @param letters those that are not answered, by their numbers
 * @param answers what was answered
 * @param log the newest part of it
 */
public record LaneState(long last, TreePMap<Long, Letter> letters, Answers answers, LogTail log)
    implements CborSerializable, Logged {
  static final LaneState EMPTY = new LaneState(0, TreePMap.empty(), Answers.none(), LogTail.none());

  @JsonCreator
  static LaneState of(
      @JsonProperty("last") long last,
      @JsonProperty("letters") Map<Long, Letter> letters,
      @JsonProperty("answers") Answers answers,
      @JsonProperty("log") LogTail log) {
    return new LaneState(last, TreePMap.from(letters), answers, log);
  }

  LaneState apply(LaneEvent event) {
    if (event instanceof LaneEvent.Taken e) {
      return with(letters.plus(e.letter().number(), e.letter()), e.letter().number());
    }
    if (event instanceof LaneEvent.Left e) {
      TreePMap<Long, Letter> now = letters;
      for (long number : e.letters()) {
        Letter letter = now.get(number);
        if (letter != null) now = now.plus(number, letter.sent());
      }
      return with(now, last);
    }
    if (event instanceof LaneEvent.Dropped e) {
      Letter letter = letters.get(e.letter());
      return letter == null ? this : with(letters.plus(e.letter(), letter.undone()), last);
    }
    if (event instanceof LaneEvent.Came e) {
      Letter letter = letters.get(e.letter());
      return letter == null
          ? this
          : with(letters.plus(e.letter(), letter.answered(e.reply())), last);
    }
    if (event instanceof LaneEvent.Confirmed e) return with(letters.minus(e.letter()), last);
    LaneEvent.Ended e = (LaneEvent.Ended) event;
    Performed p = e.performed();
    Letter letter = letters.get(e.letter());
    boolean holds = letter != null && Acquired.in(letter.came()).isPresent();
    return new LaneState(
        last,
        letter != null && holds
            ? letters.plus(e.letter(), letter.confirming())
            : letters.minus(e.letter()),
        answers.with(p),
        log.with(p.id(), p.action(), p.reply(), p.at()));
  }

  Optional<Letter> of(CallId call) {
    return letters.values().stream().filter(l -> l.call().id().equals(call)).findFirst();
  }

  private LaneState with(TreePMap<Long, Letter> now, long number) {
    return new LaneState(number, now, answers, log);
  }
}
