package org.mmm.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script as nested lists, without positions and source: what printing and reading must keep. */
final class Shape {
  private Shape() {}

  static Object of(Object value) {
    if (value instanceof JsonNode) return value;
    if (value instanceof Optional<?> optional) return optional.map(Shape::of);
    if (value instanceof List<?> list) return list.stream().map(Shape::of).toList();
    if (!value.getClass().isRecord()) return value;
    List<Object> parts = new ArrayList<>(List.of(value.getClass().getSimpleName()));
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      boolean place = component.getType() == SourcePosition.class;
      if (!place && !component.getName().equals("source")) parts.add(of(part(value, component)));
    }
    return parts;
  }

  private static Object part(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(component + " is unreadable", e);
    }
  }
}
