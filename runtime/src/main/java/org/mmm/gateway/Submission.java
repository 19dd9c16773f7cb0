package org.mmm.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.ProcessAction;

/**
 * A Process Action as it came in, its caller already authenticated.
 *
 * @param key the idempotency key, 1 to 128 characters
 * @param action the sentence
 * @param dryRun decide and tell only
 * @param tokenId the token it came with, for its Process to check; null for Register
 * @param extra what only the edge can make, for Register; null else
 */
public record Submission(
    String key,
    ProcessAction action,
    boolean dryRun,
    @Nullable String tokenId,
    @Nullable JsonNode extra) {
  /** The longest idempotency key. */
  public static final int LONGEST_KEY = 128;

  public Submission {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "an idempotency key has 1 to " + LONGEST_KEY + " characters, had " + key.length());
    }
  }

  /** The same, in other words. */
  Submission saying(ProcessAction same) {
    return same == action ? this : new Submission(key, same, dryRun, tokenId, extra);
  }
}
