package org.mmm.resolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** What members of a session are told, as Items. */
final class SessionItems {
  private static final List<String> NAMES =
      List.of("ResolutionID", "Initiator", "SenderProcessID", "ProcessID");

  private SessionItems() {}

  /** To who is invited. */
  static ObjectNode invitation(String session, SessionState state, String process) {
    ObjectNode item = resolution(session).put("Initiator", state.initiator());
    item.put("Expires", Instant.ofEpochMilli(state.expires()).toString());
    ObjectNode one =
        item.putArray("Sequence")
            .addObject()
            .putObject("ResolBToProcessBRequest")
            .putArray("Processes")
            .addObject()
            .put("ProcessID", process);
    var member = state.members().get(process);
    if (member != null && member.rights() != null) one.set("Rights", member.rights());
    return item;
  }

  /** To those who are in it: this one has joined, declined or left. */
  static ObjectNode responded(String session, String process, boolean joins) {
    ObjectNode item = resolution(session);
    item.putArray("Sequence")
        .addObject()
        .putObject("ResolAToProcessAResponse")
        .putArray("Response")
        .addObject()
        .put("ProcessID", process)
        .put("JoinYN", joins);
    return item;
  }

  /** To those who are in it: this one could not be asked. */
  static ObjectNode failed(String session, String process, String why) {
    ObjectNode item = resolution(session);
    item.putArray("Sequence")
        .addObject()
        .putObject("ResolAToProcessAResponse")
        .put("Error", process + ": " + why);
    return item;
  }

  /** What a member has said, with who it is and its number in the session. */
  static ObjectNode said(String session, String process, JsonNode message, long number) {
    ObjectNode item =
        message instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    return item.put("ResolutionID", session)
        .put("SenderProcessID", process)
        .put("SessionNumber", number);
  }

  /** The same, with that M-Instance behind each name that has none. */
  static ObjectNode outward(ObjectNode content, String self) {
    ObjectNode item = content.deepCopy();
    for (String field : NAMES) {
      for (JsonNode holder : item.findParents(field)) {
        String name = holder.path(field).asText();
        if (name.indexOf('@') < 0) ((ObjectNode) holder).put(field, name + "@" + self);
      }
    }
    return item;
  }

  private static ObjectNode resolution(String session) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Header", "MMM-RES-V2.2")
        .put("ResolutionID", session);
  }
}
