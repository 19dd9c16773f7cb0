package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.mmm.items.DeonticVerb;
import org.mmm.items.ProcessType;

/**
 * What a class of Processes may, may not or must do in an M-Instance or M-Environment. A May is
 * said for people: what it permits is given to each Process as an Original Right at its
 * registration.
 *
 * @param who the class; none means every Process
 * @param verb what is said of the pattern
 * @param pattern of which Process Actions it is said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rule(@Nullable ProcessType who, DeonticVerb verb, Pattern pattern) {
  public Rule {
    requireNonNull(verb, "the deontic verb is missing");
    requireNonNull(pattern, "the pattern is missing");
  }

  boolean about(ProcessType type) {
    return who == null || who == type;
  }

  /** For people: {@code Users May Not MM-Embed At Room1}. */
  public String sentence() {
    String whom = who == null ? "Processes " : who.wireName() + "s ";
    return whom + verb.wireName() + " " + pattern.sentence();
  }
}
