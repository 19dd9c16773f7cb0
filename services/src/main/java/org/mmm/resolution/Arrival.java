package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message that came.
 *
 * @param digest of its body
 * @param expires when it runs out, epoch milliseconds
 * @param answer how it was answered; null while it is performed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Arrival(String digest, long expires, @Nullable JsonNode answer) {}
