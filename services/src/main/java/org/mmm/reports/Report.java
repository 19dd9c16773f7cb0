package org.mmm.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mmm.journal.Personal;
import org.mmm.kernel.Hlc;

/**
 * What a Process has told the operator of a Process or an Item.
 *
 * @param id its own ID
 * @param by who reports
 * @param about whom or what
 * @param at the place where it was, as who reports says; empty if it does not
 * @param words what they say, which are theirs: gone when their Account is erased
 * @param made when it came
 * @param closed when the operator has closed it; null as long as it is open
 */
public record Report(
    String id,
    String by,
    String about,
    String at,
    Personal words,
    Hlc made,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Hlc closed) {

  boolean open() {
    return closed == null;
  }

  /** Whether it says the same, whenever it came. */
  boolean same(Report other) {
    return by.equals(other.by)
        && about.equals(other.about)
        && at.equals(other.at)
        && words.equals(other.words);
  }

  Report closed(Hlc when) {
    return new Report(id, by, about, at, words, made, when);
  }

  ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("reportID", id)
            .put("by", by)
            .put("about", about)
            .put("time", Instant.ofEpochMilli(made.millis()).toString())
            .put("words", words.readable().orElse("(erased)"));
    if (!at.isEmpty()) json.put("at", at);
    if (closed != null) json.put("closed", Instant.ofEpochMilli(closed.millis()).toString());
    return json;
  }
}
