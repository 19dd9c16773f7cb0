package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One step of a derivation: what one entity said to a Process Action, and why.
 *
 * @param entity who decided: the entity acted upon, or the subject itself for a May Not or a Rule
 * @param permits what it said
 * @param right the Right that decided; none where a fact or a Rule did, or where one is missing
 * @param sentence the same for people; never parsed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(String entity, boolean permits, @Nullable Right right, String sentence) {
  public Line {
    requireNonNull(entity, "the entity is missing");
    requireNonNull(sentence, "the sentence is missing");
  }
}
