package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.mmm.action.MmmService;

/**
 * What a name was claimed for. It never changes, so any node may remember it.
 *
 * @param kind the sort of entity that answers to the name
 * @param dataType the Item's data type (Persona, Room, Stream...) or the Process's type (User,
 *     Device, Service, App)
 */
public record Name(Address.Kind kind, String dataType) {
  /** The data type of a session, which is kept by an entity of the Resolution Service. */
  public static final String SESSION = "Resolution";

  public Address address(String id) {
    return isSession()
        ? Address.service(MmmService.RESOLUTION, "session/" + id)
        : new Address(kind, id);
  }

  /** Whether it names a session. */
  @JsonIgnore
  public boolean isSession() {
    return kind == Address.Kind.SERVICE && dataType.equals(SESSION);
  }
}
