package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves a Persona: captured Data that was Identified; a data type of this project.
 *
 * @param sourceItemId the Data it was made of
 * @param data the content, in at most 1,000 parts
 * @param qualifier how to read the content
 * @param envelope IDs and the rest
 */
public record Stream(
    @Nullable String sourceItemId,
    List<Payload> data,
    @Nullable Qualifier qualifier,
    Envelope envelope)
    implements Item {
  private static final String DATA = "StreamData";

  public Stream {
    TextRule.ID.checkIfAny("Stream.SourceItemID", sourceItemId);
    data = Limits.list("Stream." + DATA, data);
  }

  static Stream read(Fields in) {
    return new Stream(
        in.take("SourceItemID").text(TextRule.ID),
        Payload.list(in.take(DATA, "Data"), "Data", "DataID"),
        in.take("StreamQualifier", "Qualifier").item(Qualifier.class),
        in.envelope(ItemType.STREAM));
  }

  @Override
  public ItemType type() {
    return ItemType.STREAM;
  }

  @Override
  public Stream with(Envelope newEnvelope) {
    return new Stream(sourceItemId, data, qualifier, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    var out = FieldWriter.item(type(), envelope).put("SourceItemID", sourceItemId);
    return Payload.write(out, DATA, data, "Data", "DataID")
        .put("StreamQualifier", qualifier)
        .done();
  }
}
