package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param gifts the latest of it, acknowledged or not, for the Rights that it brings
 */
public record Inbox(
    long last,
    PVector<Entry> entries,
    Deliveries seen,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Gifts gifts) {
  /**
   * One thing received.
   *
   * @param number counts from 1 without gaps
   */
  public record Entry(long number, ProcessEvent.Received received) {}

  public static Inbox empty() {
    return new Inbox(0, TreePVector.empty(), Deliveries.none(), Gifts.none());
  }

  @JsonCreator
  static Inbox of(
      @JsonProperty("last") long last,
      @JsonProperty("entries") List<Entry> entries,
      @JsonProperty("seen") Deliveries seen,
      @JsonProperty("gifts") @Nullable Gifts gifts) {
    return new Inbox(last, TreePVector.from(entries), seen, gifts == null ? Gifts.none() : gifts);
  }

  /**
   * @param atMost of the unacknowledged, and of those whose Rights are held
   */
  Inbox with(ProcessEvent.Received received, int atMost) {
    PVector<Entry> more = entries.plus(new Entry(last + 1, received));
    return new Inbox(
        last + 1,
        more.size() > atMost ? more.minus(0) : more,
        seen.with(new Deliveries.Delivery(received.by(), true)),
        // An earlier version wrote the Rights themselves: those are held like any other.
        received.rights().isEmpty() ? gifts.with(Gift.of(received), atMost) : gifts);
  }

  Inbox never(CallId by) {
    return new Inbox(last, entries, seen.with(new Deliveries.Delivery(by, false)), gifts);
  }

  Inbox acknowledged(long upTo) {
    PVector<Entry> rest = entries;
    while (!rest.isEmpty() && rest.get(0).number() <= upTo) rest = rest.minus(0);
    return new Inbox(last, rest, seen, gifts);
  }
}
