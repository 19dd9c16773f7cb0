package org.mmm.items;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Anything in an M-Instance that can be acted upon. Implementations are records; any Jackson mapper
 * reads and writes them in the standard's form, {@link ItemJson} with messages for people.
 */
@JsonDeserialize(using = ItemDeserializer.class)
public interface Item {
  /** The data type. */
  ItemType type();

  /** IDs and what else is around the content. */
  Envelope envelope();

  /** The same content in another envelope. */
  Item with(Envelope envelope);

  /** The full form, in the current version. */
  @JsonValue
  ObjectNode json();
}
