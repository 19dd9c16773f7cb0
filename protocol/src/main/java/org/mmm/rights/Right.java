package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;

/**
 * What one Process may, may not or must do. It is stored with its holder, who is not named in it.
 *
 * @param id the ID of the Right, unique with its holder
 * @param verb what is said of the pattern
 * @param level how the holder came by it
 * @param pattern of which Process Actions it is said
 * @param window when it holds; none means always
 * @param giver the ProcessID of the giver; the M-Instance's ID when nobody stamped it
 * @param stamp the word of the place or Item that the giver owned it; none if the M-Instance itself
 *     gave the Right
 * @param givenMillis when it was given, in milliseconds since 1970 UTC; for people, it orders
 *     nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Right(
    String id,
    DeonticVerb verb,
    Level level,
    Pattern pattern,
    @Nullable Window window,
    String giver,
    @Nullable Stamp stamp,
    long givenMillis) {
  public Right {
    requireNonNull(id, "the ID of the Right is missing");
    requireNonNull(verb, "the deontic verb is missing");
    requireNonNull(level, "the level is missing");
    requireNonNull(pattern, "the pattern is missing");
    giver = Names.one(requireNonNull(giver, "the giver is missing"));
  }

  /** Whether it holds at that instant, in milliseconds since 1970 UTC. */
  public boolean holdsAt(long millis) {
    return window == null || window.contains(millis);
  }

  /** Whether it is about permitting, not forbidding or obliging. */
  boolean may() {
    return verb == DeonticVerb.MAY;
  }

  boolean mayNot() {
    return verb == DeonticVerb.MAY_NOT;
  }

  /** In MMM-Script: {@code May Granted MM-Embed Persona2 At Room1}. */
  public String sentence() {
    return verb.wireName() + " " + level.wireName() + " " + pattern.sentence();
  }
}
