package org.mmm.edge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.log.LogTail;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Line;

/** Writes the answer to a Process Action as the MMM-API has it. */
final class ReplyJson {
  private ReplyJson() {}

  /**
   * @param explain whether to tell what decided, also where it was permitted
   */
  static Answer answer(Response.Performed performed, boolean explain) {
    Reply reply = performed.reply();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("destinationProcessID", reply.destination());
    if (!reply.complements().equals(Complements.NONE)) {
      body.set("complements", LogTail.json(reply.complements()));
    }
    ObjectNode status = body.putObject("paStatus");
    boolean refusedForRights = false;
    if (reply.status() instanceof PaStatus.Err err) {
      status.put("code", err.reason().wireName());
      status.put("detail", err.detail());
      refusedForRights = err.reason() == Reason.INS_RIGHTS;
    } else {
      status.put("code", "Ack");
    }
    if (!performed.processActionId().isEmpty()) {
      body.put("processActionID", performed.processActionId());
    }
    if (explain || refusedForRights) lines(body.putArray("derivation"), reply);
    Answer answer = Answer.json(HttpStatus.of(reply), body);
    return answer.status() == 503 ? answer.with("Retry-After", "1") : answer;
  }

  private static void lines(ArrayNode array, Reply reply) {
    for (Line line : reply.derivation()) {
      array
          .addObject()
          .put("entity", line.entity())
          .put("decision", line.permits() ? "permits" : "refuses")
          .put("sentence", line.sentence());
    }
  }
}
