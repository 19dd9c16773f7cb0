package org.mmm.items;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads and writes Items, with one line for people when a value is wrong. Nothing in the text
 * chooses a Java class: the caller does, or the Header among the known types.
 */
public final class ItemJson {
  private static final ObjectMapper MAPPER = newMapper();

  private ItemJson() {}

  /**
   * A mapper set up as this package uses it: strict JSON without repeated names or trailing text,
   * bounded in depth and length, numbers kept exactly, no default typing.
   */
  public static ObjectMapper newMapper() {
    var bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(Limits.PARSER_NESTING)
            .maxStringLength(Limits.ITEM_BYTES)
            .maxNameLength(Limits.TEXT)
            .maxNumberLength(100)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build())
        .addModule(new ParameterNamesModule())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .build();
  }

  /**
   * Reads an Item of a known type, or, with {@code Item.class}, of the type in its Header: a {@link
   * GenericItem} when there is no record for it.
   *
   * @param text JSON of at most 64 KiB
   * @throws ItemException if it is not such an Item
   */
  public static <T extends Item> T read(Class<T> type, String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.ITEM_BYTES) {
      throw new ItemException(
          path(type), "at most " + Limits.ITEM_BYTES + " bytes of JSON", bytes + " bytes");
    }
    try {
      return read(type, MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new ItemException(path(type), "JSON within its limits", where(e));
    }
  }

  /** As {@link #read(Class, String)}, from JSON that is already parsed. */
  public static <T extends Item> T read(Class<T> type, JsonNode json) {
    Limits.check(path(type), json);
    if (type == Item.class) {
      String header = Fields.of("Item", json).take("Header").needText(TextRule.ID);
      ItemType found = ItemType.byHeader(header).orElse(ItemType.ITEM);
      return type.cast(found.readAt(found.path(), json));
    }
    ItemType known = ItemType.of(type);
    return type.cast(known.readAt(known.path(), json));
  }

  /**
   * Writes an Item in its full form.
   *
   * @throws ItemException if it is larger than what could be read again
   */
  public static String write(Item item) {
    JsonNode json = item.json();
    Limits.check(item.type().path(), json);
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long the compact form is, without building it. */
  static int bytes(JsonNode json) {
    var bytes = new AtomicInteger();
    try (var counter =
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes.incrementAndGet();
          }

          @Override
          public void write(byte[] from, int offset, int length) {
            bytes.addAndGet(length);
          }
        }) {
      MAPPER.writeValue(counter, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.get();
  }

  private static String path(Class<? extends Item> type) {
    return type == Item.class ? "Item" : ItemType.of(type).path();
  }

  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return "unreadable" + place + ": " + e.getOriginalMessage();
  }
}
