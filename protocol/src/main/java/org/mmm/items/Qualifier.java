package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How to read the content of an Item: sub-type, format, attributes (MPAI-TFA). There is a data type
 * of it per medium; all of them are kept as they come.
 *
 * @param header code and version, as TFA-3MQ-V1.5; may be missing
 * @param envelope IDs and all the rest
 */
public record Qualifier(@Nullable String header, Envelope envelope) implements Item {
  public Qualifier {
    if (header != null) {
      var unused = HeaderCode.of("Qualifier.Header", header);
    }
  }

  static Qualifier read(Fields in) {
    Found header = in.take("Header");
    return new Qualifier(header.text(TextRule.ID), in.envelope(ItemType.QUALIFIER));
  }

  @Override
  public ItemType type() {
    return ItemType.QUALIFIER;
  }

  @Override
  public Qualifier with(Envelope newEnvelope) {
    return new Qualifier(header, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), header, envelope).done();
  }
}
