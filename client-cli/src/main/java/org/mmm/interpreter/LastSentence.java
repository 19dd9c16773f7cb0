package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Json;

/**
 * The sentence before an expectation.
 *
 * @param target the context to which it was sent
 * @param process its subject
 * @param processActionId by which it is found in the log; null if the answer had none
 * @param notLater the node's time at which it had begun at the latest, or null
 */
record LastSentence(
    String target, String process, @Nullable String processActionId, @Nullable String notLater) {
  static final LastSentence NONE = new LastSentence("", "", null, null);

  /** Whether the entry is this sentence, or a part of it: parts are called ID.1, ID.2 and so on. */
  boolean is(JsonNode entry) {
    String id = Json.text(entry, "processActionID");
    return id != null
        && processActionId != null
        && (id.equals(processActionId) || id.startsWith(processActionId + "."));
  }
}
