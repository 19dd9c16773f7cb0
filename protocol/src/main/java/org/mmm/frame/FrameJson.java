package org.mmm.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/** The same frames as JSON, with the same whole numbers, for who would rather read than be fast. */
public final class FrameJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new ParameterNamesModule())
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private FrameJson() {}

  /** One line of JSON. */
  public static String write(RoomFrame frame) {
    return text(frame);
  }

  /** One line of JSON. */
  public static String write(MotionFrame frame) {
    return text(frame);
  }

  /**
   * A frame of a Room from JSON.
   *
   * @throws FrameException if it is none
   */
  public static RoomFrame readRoom(String json) {
    return value(json, RoomFrame.class);
  }

  /**
   * An input from JSON.
   *
   * @throws FrameException if it is none
   */
  public static MotionFrame readMotion(String json) {
    return value(json, MotionFrame.class);
  }

  private static String text(Object frame) {
    try {
      return MAPPER.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame can be written as JSON", e);
    }
  }

  private static <T> T value(String json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) throw new FrameException("a frame must be an object, was null");
      return value;
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof FrameException stated) throw stated;
      String where = e instanceof JsonMappingException m ? " at " + m.getPathReference() : "";
      throw new FrameException(
          "JSON of a " + type.getSimpleName() + " must have its fields" + where);
    }
  }
}
