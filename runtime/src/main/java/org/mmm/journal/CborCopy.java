package org.mmm.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/**
 * Writes values as the journal does and reads them back: for a simulation without a journal. What
 * cannot be stored fails here as it would there.
 */
public final class CborCopy implements UnaryOperator<Object> {
  private final ObjectMapper mapper =
      CborMapper.create(new SerializationSettings(1 << 20, 16 << 20, 64));

  /**
   * @throws UncheckedIOException if it cannot be written or read back
   */
  @Override
  public Object apply(Object value) {
    Class<?> root = root(value.getClass());
    try {
      return mapper.readValue(mapper.writerFor(root).writeValueAsBytes(value), root);
    } catch (IOException e) {
      throw new UncheckedIOException("a " + value.getClass().getSimpleName() + ": " + value, e);
    }
  }

  /** The outermost type that names its variants; a record that has none is its own. */
  private static Class<?> root(Class<?> type) {
    Deque<Class<?>> open = new ArrayDeque<>();
    open.add(type);
    Class<?> root = type;
    while (!open.isEmpty()) {
      Class<?> next = open.remove();
      if (next.isInterface() && next.isAnnotationPresent(JsonTypeInfo.class)) root = next;
      for (Class<?> above : next.getInterfaces()) open.add(above);
    }
    return root;
  }
}
