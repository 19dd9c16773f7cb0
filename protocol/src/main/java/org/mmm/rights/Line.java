package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One step of a derivation: what one entity said to a Process Action, and why. No record, for its
 * sentence is put together only when somebody reads it: most permissions are not read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class Line {
  private final String entity;
  private final boolean permits;
  private final @Nullable Right right;
  private final Supplier<String> sentence;

  /**
   * @param entity who decided: the entity acted upon, or the subject itself for a May Not or a Rule
   * @param permits what it said
   * @param right the Right that decided; none where a fact or a Rule did, or where one is missing
   * @param sentence the same for people; never parsed
   */
  @JsonCreator
  public Line(
      @JsonProperty("entity") String entity,
      @JsonProperty("permits") boolean permits,
      @JsonProperty("right") @Nullable Right right,
      @JsonProperty("sentence") String sentence) {
    this(entity, permits, right, () -> sentence);
    requireNonNull(sentence, "the sentence is missing");
  }

  Line(String entity, boolean permits, @Nullable Right right, Supplier<String> sentence) {
    this.entity = requireNonNull(entity, "the entity is missing");
    this.permits = permits;
    this.right = right;
    this.sentence = sentence;
  }

  @JsonProperty
  public String entity() {
    return entity;
  }

  @JsonProperty
  public boolean permits() {
    return permits;
  }

  @JsonProperty
  public @Nullable Right right() {
    return right;
  }

  @JsonProperty
  public String sentence() {
    return sentence.get();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Line line
        && entity.equals(line.entity)
        && permits == line.permits
        && Objects.equals(right, line.right)
        && sentence().equals(line.sentence());
  }

  @Override
  public int hashCode() {
    return Objects.hash(entity, permits, right);
  }

  @Override
  public String toString() {
    return sentence();
  }
}
