package org.mmm.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outermost types that may be sent or stored, each under the name that stands for it on the
 * wire and on disk. Checked as a whole at start, so that a type that cannot be read back is never
 * written.
 */
final class CborRoots {
  static final String SETTING = "mmm.serialization.roots";

  private final Map<String, Class<?>> byName;
  private final ClassValue<Optional<String>> names =
      new ClassValue<>() {
        @Override
        protected Optional<String> computeValue(Class<?> type) {
          return byName.entrySet().stream()
              .filter(root -> root.getValue().isAssignableFrom(type))
              .map(Map.Entry::getKey)
              .findFirst();
        }
      };

  private CborRoots(Map<String, Class<?>> byName) {
    this.byName = byName;
  }

  /**
   * @param isBound whether values of a type are given to this serialiser at all
   * @throws IllegalArgumentException if a class is missing, never used, ambiguous, or could not be
   *     read back; the message names the root
   */
  static CborRoots of(Config root, Predicate<Class<?>> isBound) {
    var byName = new LinkedHashMap<String, Class<?>>();
    for (var entry : root.getConfig(SETTING).entrySet()) {
      var name = String.join(".", ConfigUtil.splitPath(entry.getKey()));
      var type = type(name, String.valueOf(entry.getValue().unwrapped()));
      check(name, type);
      if (!isBound.test(type)) {
        throw fault(
            name,
            type,
            "is never used: let it extend CborSerializable, or bind it in"
                + " pekko.actor.serialization-bindings");
      }
      byName.forEach((other, otherType) -> checkApart(name, type, other, otherType));
      byName.put(name, type);
    }
    return new CborRoots(Map.copyOf(byName));
  }

  /**
   * @throws IllegalArgumentException if no root covers the type
   */
  String nameOf(Class<?> type) {
    return names
        .get(type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    type.getName()
                        + " is under no root of "
                        + SETTING
                        + ": register it, or the sealed interface that it belongs to"));
  }

  /** The type behind a name, empty if there is none. */
  Optional<Class<?>> typeOf(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static Class<?> type(String name, String className) {
    try {
      return Class.forName(className, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          SETTING
              + ".\""
              + name
              + "\" names "
              + className
              + ", which does not exist: correct the class name, keep the root's name",
          e);
    }
  }

  private static void check(String name, Class<?> type) {
    if (Modifier.isFinal(type.getModifiers()) || type.isEnum()) {
      return;
    }
    if (!type.isSealed()) {
      throw fault(name, type, "must be a record, a final class or a sealed interface");
    }
    var info = type.getAnnotation(JsonTypeInfo.class);
    if (info == null || info.use() != JsonTypeInfo.Id.NAME) {
      throw fault(name, type, "must declare @JsonTypeInfo(use = NAME)");
    }
    checkSubtypesNamed(name, type, type.getAnnotation(JsonSubTypes.class));
  }

  private static void checkSubtypesNamed(
      String name, Class<?> type, @Nullable JsonSubTypes subtypes) {
    var named = subtypes == null ? new JsonSubTypes.Type[0] : subtypes.value();
    for (var permitted : type.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        var nested = permitted.getAnnotation(JsonSubTypes.class);
        checkSubtypesNamed(name, permitted, nested == null ? subtypes : nested);
      } else if (Arrays.stream(named)
          .noneMatch(known -> known.value() == permitted && !known.name().isEmpty())) {
        throw fault(name, type, "must name " + permitted.getSimpleName() + " in @JsonSubTypes");
      }
    }
  }

  private static void checkApart(String name, Class<?> type, String other, Class<?> otherType) {
    if (type.isAssignableFrom(otherType) || otherType.isAssignableFrom(type)) {
      throw fault(
          name,
          type,
          "overlaps with root \"" + other + "\" (" + otherType.getName() + "): keep one of them");
    }
  }

  private static IllegalArgumentException fault(String name, Class<?> type, String rule) {
    return new IllegalArgumentException(
        SETTING + ".\"" + name + "\" = " + type.getName() + " " + rule);
  }
}
