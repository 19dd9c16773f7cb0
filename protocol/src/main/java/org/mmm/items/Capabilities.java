package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What an M-Instance or a Process can do and tells (MMM-TEC V2.2, Capabilities). V2.2 asks for all
 * three views in every Item, which no Item can satisfy; here one is enough. The view of an Item is
 * kept as an unknown field.
 *
 * @param mInstance the view of an M-Instance
 * @param process the view of a Process
 * @param envelope IDs and the rest
 */
public record Capabilities(
    @Nullable MInstanceCapabilities mInstance,
    @Nullable ProcessCapabilities process,
    Envelope envelope)
    implements Item {
  static Capabilities read(Fields in) {
    Found mInstanceAt = in.take("MInstanceCapabilities");
    Found processAt = in.take("ProcessCapabilities");
    return new Capabilities(
        mInstanceAt.node() == null ? null : MInstanceCapabilities.read(mInstanceAt.object()),
        processAt.node() == null ? null : ProcessCapabilities.read(processAt.object()),
        in.envelope(ItemType.CAPABILITIES));
  }

  @Override
  public ItemType type() {
    return ItemType.CAPABILITIES;
  }

  @Override
  public Capabilities with(Envelope newEnvelope) {
    return new Capabilities(mInstance, process, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("MInstanceCapabilities", mInstance == null ? null : mInstance.json())
        .put("ProcessCapabilities", process == null ? null : process.json())
        .done();
  }
}
