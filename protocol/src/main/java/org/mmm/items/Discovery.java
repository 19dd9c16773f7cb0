package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a User looks for (MMM-TEC V2.2, Discovery Object). Inline content is the name of a data
 * type.
 *
 * @param data the content, in at most 1,000 parts
 * @param qualifier how to read the content
 * @param envelope IDs and the rest
 */
public record Discovery(List<Payload> data, @Nullable Qualifier qualifier, Envelope envelope)
    implements Item {
  private static final String DATA = "DiscoveryObjectData";

  public Discovery {
    data = Limits.list("Discovery." + DATA, data);
  }

  /** Looks for Items of this data type, for instance "Parcel". */
  public static Discovery of(String dataType) {
    return new Discovery(List.of(Payload.text(dataType)), null, Envelope.NONE);
  }

  static Discovery read(Fields in) {
    return new Discovery(
        Payload.list(in.take(DATA, "DiscoveryData", "Data", "DataType"), "Data", "DataID"),
        in.take("DiscoveryQualifier", "Qualifier").item(Qualifier.class),
        in.envelope(ItemType.DISCOVERY));
  }

  @Override
  public ItemType type() {
    return ItemType.DISCOVERY;
  }

  @Override
  public Discovery with(Envelope newEnvelope) {
    return new Discovery(data, qualifier, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    var out = FieldWriter.item(type(), envelope);
    return Payload.write(out, DATA, data, "Data", "DataID")
        .put("DiscoveryQualifier", qualifier)
        .done();
  }
}
