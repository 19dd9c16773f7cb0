package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.mmm.kernel.CallId;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What a Process has received, oldest first.
 *
 * @param last the newest number, 0 if there is none
 * @param entries the unacknowledged; when a full one gets another, the oldest leaves it (the
 *     Message stays readable as an Item)
 * @param seen the latest deliveries, so that none is received twice
 */
public record Inbox(long last, PVector<Entry> entries, PVector<Seen> seen) {
  /**
   * How many deliveries are remembered at least; more than can be in flight from all who may send
   * within the horizon.
   */
  static final int SEEN = 2_000;

  /**
   * One thing received.
   *
   * @param number counts from 1 without gaps
   */
  public record Entry(long number, ProcessEvent.Received received) {}

  /** A delivery that was received, or never will be. */
  public record Seen(CallId by, boolean received) {}

  public static Inbox empty() {
    return new Inbox(0, TreePVector.empty(), TreePVector.empty());
  }

  @JsonCreator
  static Inbox of(
      @JsonProperty("last") long last,
      @JsonProperty("entries") List<Entry> entries,
      @JsonProperty("seen") List<Seen> seen) {
    return new Inbox(last, TreePVector.from(entries), TreePVector.from(seen));
  }

  Inbox with(ProcessEvent.Received received, int atMost) {
    PVector<Entry> more = entries.plus(new Entry(last + 1, received));
    return new Inbox(
        last + 1, more.size() > atMost ? more.minus(0) : more, remember(received.by(), true));
  }

  Inbox never(CallId by) {
    return new Inbox(last, entries, remember(by, false));
  }

  Inbox acknowledged(long upTo) {
    PVector<Entry> rest = entries;
    while (!rest.isEmpty() && rest.get(0).number() <= upTo) rest = rest.minus(0);
    return new Inbox(last, rest, seen);
  }

  Optional<Seen> find(CallId by) {
    for (int i = seen.size() - 1; i >= 0; i--) {
      if (seen.get(i).by().equals(by)) return Optional.of(seen.get(i));
    }
    return Optional.empty();
  }

  private PVector<Seen> remember(CallId by, boolean received) {
    PVector<Seen> more = seen.plus(new Seen(by, received));
    return more.size() > SEEN ? more.minus(0) : more;
  }
}
