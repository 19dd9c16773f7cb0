package org.mmm.kernel;

/**
 * What a name was claimed for. It never changes, so any node may remember it.
 *
 * @param kind the sort of entity that answers to the name
 * @param dataType the Item's data type (Persona, Room, Stream...) or the Process's type (User,
 *     Device, Service, App)
 */
public record Name(Address.Kind kind, String dataType) {
  public Address address(String id) {
    return new Address(kind, id);
  }
}
