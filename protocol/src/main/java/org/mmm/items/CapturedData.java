package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Device captured at a U-Location, before it is Identified; a data type of this project.
 *
 * @param uLocationId where it was captured
 * @param data the content, in at most 1,000 parts
 * @param qualifier how to read the content
 * @param envelope IDs and the rest
 */
public record CapturedData(
    @Nullable String uLocationId,
    List<Payload> data,
    @Nullable Qualifier qualifier,
    Envelope envelope)
    implements Item {
  private static final String DATA = "Data";

  public CapturedData {
    TextRule.ID.checkIfAny("CapturedData.ULocationID", uLocationId);
    data = Limits.list("CapturedData." + DATA, data);
  }

  static CapturedData read(Fields in) {
    return new CapturedData(
        in.take("ULocationID").text(TextRule.ID),
        Payload.list(in.take(DATA), "Data", "DataID"),
        in.take("DataQualifier", "Qualifier").item(Qualifier.class),
        in.envelope(ItemType.DATA));
  }

  @Override
  public ItemType type() {
    return ItemType.DATA;
  }

  @Override
  public CapturedData with(Envelope newEnvelope) {
    return new CapturedData(uLocationId, data, qualifier, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    var out = FieldWriter.item(type(), envelope).put("ULocationID", uLocationId);
    return Payload.write(out, DATA, data, "Data", "DataID").put("DataQualifier", qualifier).done();
  }
}
