package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 3D Model Object, by which a User is shown when it is a Persona (MPAI-OSD). Content and
 * Qualifier are those of a Basic 3D Model Object: most models have one part. Name is of this
 * project; the hierarchy of other models is kept as unknown fields.
 *
 * @param name what people call it, of 1 to 128 characters
 * @param data the content, in at most 1,000 parts
 * @param qualifier how to read the content
 * @param envelope IDs and the rest
 */
public record ModelObject(
    @Nullable String name, List<Payload> data, @Nullable Qualifier qualifier, Envelope envelope)
    implements Item {
  private static final String DATA = "3DModelObjectData";

  public ModelObject {
    TextRule.NAME.checkIfAny("ModelObject.Name", name);
    data = Limits.list("ModelObject." + DATA, data);
  }

  static ModelObject read(Fields in) {
    return new ModelObject(
        in.take("Name").text(TextRule.NAME),
        Payload.list(in.take(DATA, "Data"), "Data", "DataID"),
        in.take("3DModelQualifier", "Qualifier").item(Qualifier.class),
        in.envelope(ItemType.MODEL_OBJECT));
  }

  @Override
  public ItemType type() {
    return ItemType.MODEL_OBJECT;
  }

  @Override
  public ModelObject with(Envelope newEnvelope) {
    return new ModelObject(name, data, qualifier, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    var out = FieldWriter.item(type(), envelope).put("Name", name);
    return Payload.write(out, DATA, data, "Data", "DataID")
        .put("3DModelQualifier", qualifier)
        .done();
  }
}
