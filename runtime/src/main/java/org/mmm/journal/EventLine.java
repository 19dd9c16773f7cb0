package org.mmm.journal;

import java.util.Objects;

/**
 * One stored event, without what it says.
 *
 * @param sequenceNr from 1, as its writer counted
 * @param writer the incarnation of the entity that wrote it
 * @param written when, by the writer's clock, in epoch milliseconds
 * @param type the name under which its kind is registered
 * @param place tells the store which row it is, where the sequence number alone does not
 */
public record EventLine(long sequenceNr, String writer, long written, String type, String place) {
  public EventLine {
    if (sequenceNr < 1) {
      throw new IllegalArgumentException("a sequence number is at least 1, was " + sequenceNr);
    }
    Objects.requireNonNull(writer, "writer is missing");
  }
}
