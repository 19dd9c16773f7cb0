package org.mmm.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.mmm.kernel.Finding;

/**
 * What an Asset says with its yes to RESERVE.
 *
 * @param account the Account of who owns it, or of who owned it before it was handed over; empty if
 *     that is the M-Instance's own
 * @param handedOver whether it was handed over by that very Transaction already
 */
public record Kept(String account, boolean handedOver) {
  /** As the finding tells it. */
  public static Kept of(Finding reserved) {
    JsonNode data = reserved.data();
    return data == null
        ? new Kept("", false)
        : new Kept(data.path("account").asText(), data.path("handedOver").asBoolean());
  }

  JsonNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("account", account)
        .put("handedOver", handedOver);
  }
}
