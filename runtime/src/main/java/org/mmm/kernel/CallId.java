package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What makes a performed Process Action itself and no other: its subject, the subject's sequence
 * number, and the part of a composite. Written {@code subject#seq.part}; part 0 is the whole.
 *
 * @param subject who asks
 * @param seq from 1, without gaps, in the order of asking
 * @param part 0, or the part of the composite from 1
 */
public record CallId(Address subject, long seq, int part) {
  @JsonCreator
  public static CallId parse(String text) {
    int hash = text.lastIndexOf('#');
    int dot = text.indexOf('.', hash);
    return new CallId(
        Address.parse(text.substring(0, hash)),
        Long.parseLong(text.substring(hash + 1, dot)),
        Integer.parseInt(text.substring(dot + 1)));
  }

  @JsonValue
  @Override
  public String toString() {
    return subject + "#" + seq + "." + part;
  }
}
