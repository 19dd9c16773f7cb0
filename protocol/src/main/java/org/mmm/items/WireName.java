package org.mmm.items;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A word of the standard: an enum constant with the text that stands for it in JSON. */
public interface WireName {
  /** The standard's spelling, which never changes. */
  @JsonValue
  String wireName();

  /** The constant of that spelling, which must be exact. */
  static <E extends Enum<E> & WireName> Optional<E> find(Class<E> words, String wireName) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.wireName().equals(wireName))
        .findFirst();
  }

  /** What such a word must be, for messages: {@code one of May, May Not, Must}. */
  static <E extends Enum<E> & WireName> String says(Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .map(WireName::wireName)
        .collect(Collectors.joining(", ", "one of ", ""));
  }
}
