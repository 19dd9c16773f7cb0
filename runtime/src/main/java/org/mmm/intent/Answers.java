package org.mmm.intent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Reply;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a performer answered, so that a repetition is answered the same. An answer is forgotten once
 * its subject says that it has it in writing ({@link Call#settledBelow}), and at the latest {@link
 * #KEPT_MILLIS} after the request ran out.
 */
public final class Answers {
  /** How long after notAfter an answer that its subject never confirmed is kept: 24 h. */
  public static final long KEPT_MILLIS = 24 * 3_600_000L;

  /**
   * At most so many subjects are remembered by one performer; the longest silent one is forgotten
   * first.
   */
  static final int SUBJECTS = 10_000;

  /**
   * One answer.
   *
   * @param settledBelow the mark of its subject when it was given; it never falls
   */
  public record Stored(CallId id, Reply reply, long until, long settledBelow) {}

  private static final Answers NONE = new Answers(HashTreePMap.empty());

  private final PMap<Address, PVector<Stored>> bySubject;

  private Answers(PMap<Address, PVector<Stored>> bySubject) {
    this.bySubject = bySubject;
  }

  public static Answers none() {
    return NONE;
  }

  @JsonCreator
  static Answers of(List<Stored> all) {
    PMap<Address, PVector<Stored>> map = HashTreePMap.empty();
    for (Stored s : all) {
      PVector<Stored> before = map.getOrDefault(s.id().subject(), TreePVector.empty());
      map = map.plus(s.id().subject(), before.plus(s));
    }
    return new Answers(map);
  }

  @JsonValue
  List<Stored> all() {
    return bySubject.values().stream().flatMap(List::stream).toList();
  }

  public Optional<Reply> find(CallId id) {
    PVector<Stored> stored = bySubject.get(id.subject());
    if (stored == null) return Optional.empty();
    for (Stored s : stored) if (s.id().equals(id)) return Optional.of(s.reply());
    return Optional.empty();
  }

  /**
   * Whether its subject has had the answer in writing for long, so that this is a straggler:
   * nothing may be done for it, and nobody waits for what is said.
   */
  public boolean past(CallId id) {
    return id.seq() < mark(id.subject());
  }

  private long mark(Address subject) {
    PVector<Stored> stored = bySubject.get(subject);
    return stored == null ? 0 : stored.get(stored.size() - 1).settledBelow();
  }

  /** With one answer more, and without what need not be remembered any longer. */
  public Answers with(Performed event) {
    Address subject = event.id().subject();
    PVector<Stored> kept = TreePVector.empty();
    for (Stored s : bySubject.getOrDefault(subject, TreePVector.empty())) {
      boolean settled = s.id().seq() < event.settledBelow();
      if (!settled && s.until() > event.at().millis()) kept = kept.plus(s);
    }
    long mark = Math.max(event.settledBelow(), mark(subject));
    kept = kept.plus(new Stored(event.id(), event.reply(), event.notAfter() + KEPT_MILLIS, mark));
    PMap<Address, PVector<Stored>> next = bySubject.plus(subject, kept);
    if (next.size() > SUBJECTS) next = next.minus(oldest(next));
    return new Answers(next);
  }

  private static Address oldest(Map<Address, PVector<Stored>> map) {
    return map.entrySet().stream()
        .min((a, b) -> Long.compare(last(a.getValue()), last(b.getValue())))
        .orElseThrow()
        .getKey();
  }

  private static long last(PVector<Stored> stored) {
    return stored.get(stored.size() - 1).until();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answers a && a.bySubject.equals(bySubject);
  }

  @Override
  public int hashCode() {
    return bySubject.hashCode();
  }
}
