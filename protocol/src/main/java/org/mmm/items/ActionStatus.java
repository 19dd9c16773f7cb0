package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How a Process Action went, as its Item says it ({@code PAStatus}). */
public sealed interface ActionStatus {
  /** It was performed. */
  record Ack() implements ActionStatus {}

  /**
   * A payment is asked first.
   *
   * @param value how much
   */
  record Request(Value value) implements ActionStatus {}

  /**
   * It was refused.
   *
   * @param reason the standard's word, of 1 to 64 characters; FaultyReq is read as FaultyPA
   */
  record Error(String reason) implements ActionStatus {
    public Error {
      REASON.check("ProcessAction.PAStatus.Error", reason);
    }
  }

  /** What the reason of a refusal must be. */
  TextRule REASON = new TextRule(1, 64);

  /** Reads {@code {"Ack": "Ack"}}, {@code {"Request": Value}} or {@code {"Error": reason}}. */
  static ActionStatus read(Found at) {
    Fields in = at.object();
    @Nullable Value value = in.take("Request").item(Value.class);
    @Nullable String reason = in.take("Error").text(REASON);
    boolean ack = "Ack".equals(in.take("Ack").text(REASON));
    if ((value == null ? 0 : 1) + (reason == null ? 0 : 1) + (ack ? 1 : 0) != 1) {
      throw ItemException.of(at.path(), "exactly one of Ack, Request, Error", at.node());
    }
    if (value != null) {
      return new Request(value);
    }
    return reason == null ? new Ack() : new Error("FaultyReq".equals(reason) ? "FaultyPA" : reason);
  }

  /** The entry of PAStatus. */
  default JsonNode json() {
    var out = FieldWriter.part(UnknownFields.NONE);
    if (this instanceof Request request) {
      return out.put("Request", request.value()).done();
    }
    return this instanceof Error error
        ? out.put("Error", error.reason()).done()
        : out.put("Ack", "Ack").done();
  }
}
