package org.mmm.items;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets any mapper read an Item: of the type that is asked for, else of the type in its Header. */
final class ItemDeserializer extends StdDeserializer<Item> implements ContextualDeserializer {
  private static final long serialVersionUID = 1L;

  private final Class<? extends Item> type;

  ItemDeserializer() {
    this(Item.class);
  }

  private ItemDeserializer(Class<? extends Item> type) {
    super(type);
    this.type = type;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty where) {
    return new ItemDeserializer(context.getContextualType().getRawClass().asSubclass(Item.class));
  }

  @Override
  public Item deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return ItemJson.read(type, context.readValue(parser, JsonNode.class));
  }
}
