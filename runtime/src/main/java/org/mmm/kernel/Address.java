package org.mmm.kernel;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.mmm.action.MmmService;

/**
 * Where an entity is found, on whatever node it lives. Written {@code kind/id}, as in {@code
 * process/User1}.
 *
 * @param kind what sort of entity
 * @param id unique within its kind; for a Service {@code <Service>/<natural key>}
 */
public record Address(Kind kind, String id) {
  /** The sorts of entities; each is one sharded entity type. */
  public enum Kind {
    /** A User, Device or App. */
    PROCESS,
    /** One natural key of a Service: it receives, performs and asks in the Service's name. */
    SERVICE,
    /** An Item that is not a place. */
    ITEM,
    /** An Item that others can stand in: M-Location, Parcel, Room. */
    PLACE,
    /** One bucket of the directory of names. */
    DIRECTORY,
    /** What the M-Instance started with. */
    WORLD;

    /** The lower-case word in addresses and persistence IDs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Address {
    requireNonNull(kind, "kind is missing");
    requireNonNull(id, "id is missing");
  }

  public static Address process(String id) {
    return new Address(Kind.PROCESS, id);
  }

  public static Address item(String id) {
    return new Address(Kind.ITEM, id);
  }

  public static Address place(String id) {
    return new Address(Kind.PLACE, id);
  }

  public static Address service(MmmService service, String key) {
    return new Address(Kind.SERVICE, service.name() + "/" + key);
  }

  @JsonCreator
  public static Address parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0)
      throw new IllegalArgumentException("an address is kind/id, was \"" + text + "\"");
    return new Address(
        Kind.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT)), text.substring(slash + 1));
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.word() + "/" + id;
  }
}
