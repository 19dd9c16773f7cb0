package org.mmm.interpreter;

import java.util.Optional;
import java.util.function.Function;
import org.mmm.client.Api;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.Json;

/**
 * The node that sentences are sent to.
 *
 * @param name of its context
 * @param tokens those of the context; the run's own come first
 */
public record Target(String name, Api api, Function<String, Optional<String>> tokens) {
  private static final String PUBLISHED = "/.well-known/mmm-instance";

  /** By what ID other M-Instances know it; empty if it speaks with none. */
  Optional<String> instanceId() {
    ApiAnswer answer = api.call(ApiRequest.get(PUBLISHED, null));
    return answer.ok()
        ? Optional.ofNullable(Json.text(answer.body(), "MInstanceID"))
        : Optional.empty();
  }
}
