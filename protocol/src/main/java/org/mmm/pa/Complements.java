package org.mmm.pa;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Preposition;

/**
 * The complements of a sentence. All but With are IDs; {@code Into} stays with the client and is
 * not here.
 *
 * @param nil the direct object
 * @param at where; several in V1.2 only
 * @param by the Service asked; V1.2 only
 * @param from where it was
 * @param to where to, or to whom
 * @param of whom it concerns
 * @param with what goes along
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Complements(
    @Nullable String nil,
    List<String> at,
    List<String> by,
    List<String> from,
    List<String> to,
    @Nullable String of,
    List<With> with) {

  public static final Complements NONE =
      new Complements(null, List.of(), List.of(), List.of(), List.of(), null, List.of());

  public Complements {
    at = copy(at);
    by = copy(by);
    from = copy(from);
    to = copy(to);
    with = with == null ? List.of() : List.copyOf(with);
  }

  public static Complements nil(String id) {
    return NONE.withNil(id);
  }

  public Complements withNil(@Nullable String id) {
    return new Complements(id, at, by, from, to, of, with);
  }

  public Complements withAt(String... ids) {
    return new Complements(nil, List.of(ids), by, from, to, of, with);
  }

  public Complements withBy(String... ids) {
    return new Complements(nil, at, List.of(ids), from, to, of, with);
  }

  public Complements withFrom(String... ids) {
    return new Complements(nil, at, by, List.of(ids), to, of, with);
  }

  public Complements withTo(String... ids) {
    return new Complements(nil, at, by, from, List.of(ids), of, with);
  }

  public Complements withOf(@Nullable String id) {
    return new Complements(nil, at, by, from, to, id, with);
  }

  public Complements with(List<With> items) {
    return new Complements(nil, at, by, from, to, of, items);
  }

  /** The IDs after that preposition; those of With are the named ones. */
  public List<String> ids(Preposition preposition) {
    return switch (preposition) {
      case NIL -> nil == null ? List.of() : List.of(nil);
      case AT -> at;
      case BY -> by;
      case FROM -> from;
      case TO -> to;
      case OF -> of == null ? List.of() : List.of(of);
      case WITH ->
          with.stream()
              .flatMap(w -> w instanceof With.Named n ? Stream.of(n.id()) : Stream.empty())
              .toList();
      case INTO -> List.of();
    };
  }

  public boolean has(Preposition preposition) {
    return preposition == Preposition.WITH ? !with.isEmpty() : !ids(preposition).isEmpty();
  }

  /** To or At: where something is placed; the two are one slot in comparisons. */
  @JsonIgnore
  public List<String> places() {
    if (at.isEmpty()) return to;
    if (to.isEmpty()) return at;
    List<String> both = new ArrayList<>(at);
    both.addAll(to);
    return List.copyOf(both);
  }

  /** The only ID after that preposition. */
  public Optional<String> only(Preposition preposition) {
    List<String> ids = ids(preposition);
    return ids.size() == 1 ? Optional.of(Objects.requireNonNull(ids.get(0))) : Optional.empty();
  }

  private static List<String> copy(@Nullable List<String> ids) {
    return ids == null ? List.of() : List.copyOf(ids);
  }
}
