package org.mmm.rooms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Question;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a place told, by subject. Something is forgotten once its subject has the whole answer in
 * writing, and at the latest {@link #KEPT_MILLIS} after the request ran out; what is asked after it
 * was forgotten is known to be a straggler, for a request is either below its subject's mark or has
 * run out.
 *
 * @param bySubject what is remembered
 */
public record Memory(PMap<Address, Subject> bySubject) {
  /** How long after notAfter it is remembered what no subject confirmed: 24 h. */
  static final long KEPT_MILLIS = 24 * 3_600_000L;

  /** So many subjects are remembered at most; the one that was silent longest goes first. */
  static final int SUBJECTS = 10_000;

  private static final Memory NONE = new Memory(HashTreePMap.empty());

  /**
   * What one subject was told.
   *
   * @param settledBelow its mark: it has the answers to all earlier requests in writing
   * @param told the rest, oldest first
   */
  public record Subject(long settledBelow, PVector<Told> told) {
    @JsonCreator
    static Subject of(
        @JsonProperty("settledBelow") long settledBelow, @JsonProperty("told") List<Told> told) {
      return new Subject(settledBelow, TreePVector.from(told));
    }

    private long lastNotAfter() {
      return told.isEmpty() ? 0 : told.get(told.size() - 1).notAfter();
    }
  }

  @JsonCreator
  static Memory of(@JsonProperty("bySubject") Map<Address, Subject> bySubject) {
    return new Memory(HashTreePMap.from(bySubject));
  }

  static Memory none() {
    return NONE;
  }

  Optional<Told> find(Question question, CallId call) {
    Subject subject = bySubject.get(call.subject());
    if (subject == null) return Optional.empty();
    for (Told t : subject.told()) {
      if (t.question() == question && t.call().equals(call)) return Optional.of(t);
    }
    return Optional.empty();
  }

  /** Whether its subject has long had the answer, so that this is a straggler. */
  boolean past(Call call) {
    Subject subject = bySubject.get(call.id().subject());
    return subject != null && call.id().seq() < subject.settledBelow();
  }

  Memory with(Told told, long millis) {
    Address address = told.call().subject();
    Subject before = bySubject.getOrDefault(address, new Subject(0, TreePVector.empty()));
    long mark = Math.max(before.settledBelow(), told.settledBelow());
    PVector<Told> kept = TreePVector.empty();
    for (Told t : before.told()) {
      if (t.call().seq() >= mark && millis - t.notAfter() < KEPT_MILLIS) kept = kept.plus(t);
    }
    PMap<Address, Subject> next = bySubject.plus(address, new Subject(mark, kept.plus(told)));
    return new Memory(next.size() > SUBJECTS ? next.minus(mostSilent(next)) : next);
  }

  private static Address mostSilent(Map<Address, Subject> subjects) {
    return subjects.entrySet().stream()
        .min((a, b) -> Long.compare(a.getValue().lastNotAfter(), b.getValue().lastNotAfter()))
        .orElseThrow()
        .getKey();
  }
}
