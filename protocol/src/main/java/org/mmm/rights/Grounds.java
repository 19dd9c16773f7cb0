package org.mmm.rights;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.mmm.items.DeonticVerb;

/**
 * The May Rights of the subject that fit its request. They travel with it, filled in by the
 * subject's own entity alone: what a request carries after With is a wish and is never here.
 *
 * @param rights the newest first, at most {@value #MOST}
 * @throws IllegalArgumentException if there are more, or one of them is no May
 */
public record Grounds(@JsonValue List<Right> rights) {
  /**
   * How many grounds travel at most. More would only repeat what the newest say: different givers,
   * or patterns of different width, for one sentence.
   */
  public static final int MOST = 32;

  public static final Grounds NONE = new Grounds(List.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Grounds {
    rights = List.copyOf(rights);
    if (rights.size() > MOST) {
      throw new IllegalArgumentException(
          "at most " + MOST + " grounds travel with a request, were " + rights.size());
    }
    for (Right right : rights) {
      if (right.verb() != DeonticVerb.MAY) {
        throw new IllegalArgumentException("a ground must be a May, was " + right.sentence());
      }
    }
  }

  public static Grounds of(Right... rights) {
    return new Grounds(List.of(rights));
  }
}
