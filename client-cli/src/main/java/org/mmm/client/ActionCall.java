package org.mmm.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;

/**
 * One Process Action as the MMM-API takes it.
 *
 * @param edition in whose words it is asked
 * @param source the ProcessID of the subject; the humanID for Register
 * @param complements by preposition, in the shape of the MMM-API
 * @param key the Idempotency-Key; a repeat with the same key is performed once
 * @param token the subject's; null for Register alone
 * @param dryRun whether it is only to be decided, not performed
 */
public record ActionCall(
    Edition edition,
    Action action,
    String source,
    ObjectNode complements,
    String key,
    @Nullable String token,
    boolean dryRun) {
  public ActionCall {
    Objects.requireNonNull(source, "source is missing");
    Objects.requireNonNull(key, "key is missing");
    if (!action.in(edition)) {
      throw new IllegalArgumentException(edition.title() + " has no " + action.title());
    }
  }

  /** The same request, asked only to learn how it would be decided. */
  public ActionCall asDryRun() {
    return new ActionCall(edition, action, source, complements, key, token, true);
  }

  ApiRequest toRequest() {
    ObjectNode body = Json.object();
    body.put("sourceProcessID", source);
    body.put("deonticVerb", "May");
    body.put("action", action.nameIn(edition));
    body.set("complements", complements);
    String path = "/api/" + action.path(edition).orElseThrow();
    ApiRequest request = ApiRequest.post(path, token, body).with("Idempotency-Key", key);
    return dryRun ? request.with("MMM-Dry-Run", "true") : request;
  }
}
