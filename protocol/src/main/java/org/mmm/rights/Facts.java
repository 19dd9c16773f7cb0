package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entity that is acted upon knows of itself.
 *
 * @param entity its ID
 * @param owner the ProcessID of its owner
 * @param epoch its ownership epoch, from 0, raised by every transfer
 * @param open whether it is public; that is never inherited from what encloses it
 * @param enclosing the places around it, the innermost first; empty when not asked for, which is
 *     enough where something else permits
 */
public record Facts(
    String entity, String owner, long epoch, boolean open, List<Enclosing> enclosing) {
  public Facts {
    entity = Names.one(requireNonNull(entity, "the entity is missing"));
    owner = Names.one(requireNonNull(owner, "the owner is missing"));
    if (epoch < 0)
      throw new IllegalArgumentException("an epoch must not be negative, was " + epoch);
    enclosing = enclosing == null ? List.of() : List.copyOf(enclosing);
  }

  /**
   * A place around an entity.
   *
   * @param place its ID
   * @param owner the ProcessID of its owner
   */
  public record Enclosing(String place, String owner) {
    public Enclosing {
      requireNonNull(place, "the place is missing");
      owner = Names.one(requireNonNull(owner, "the owner is missing"));
    }
  }

  /** Facts of an entity of which nothing is asked about what encloses it. */
  public static Facts of(String entity, String owner, long epoch, boolean open) {
    return new Facts(entity, owner, epoch, open, List.of());
  }

  /** The same with the places around it, the innermost first. */
  public Facts inside(List<Enclosing> places) {
    return new Facts(entity, owner, epoch, open, places);
  }

  /** The innermost place around it that this Process owns. */
  @Nullable Enclosing enclosingOf(String process) {
    for (Enclosing around : enclosing) {
      if (around.owner().equals(process)) return around;
    }
    return null;
  }
}
