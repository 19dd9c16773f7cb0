package org.mmm.pa;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What stands after With: an Item itself, or a word that names one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "with")
@JsonSubTypes({
  @Type(value = With.Named.class, name = "named"),
  @Type(value = With.Inline.class, name = "inline")
})
public sealed interface With {
  /**
   * An Item by its ID, or a word of its slot (R-Object, S-Object, M-Object, Qualifier).
   *
   * @param id the ID or the word
   * @param model true for Status Model: a wish; false for Final
   */
  record Named(String id, boolean model) implements With {}

  /**
   * The Item itself, as JSON that the edge has bounded; its data type is told by its Header.
   *
   * @param item one JSON object, at most as large as a request body
   * @param account the Account whose personal data it is, and under whose key it is stored; null if
   *     nobody's
   */
  record Inline(ObjectNode item, @Nullable String account) implements With {
    public Inline(ObjectNode item) {
      this(item, null);
    }
  }
}
