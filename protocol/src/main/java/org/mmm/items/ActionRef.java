package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Process Action or its ID, in Rights, Rules and IPP Messages ({@code PAIDOrPA}).
 *
 * @param id the ID of a Process Action kept by the M-Instance; null when it is here itself
 * @param action the Process Action; null when only its ID is here
 * @param status Model for a request, Final when in force; missing means Model
 * @param unknown the other fields beside it
 */
public record ActionRef(
    @Nullable String id,
    @Nullable ProcessAction action,
    @Nullable Status status,
    UnknownFields unknown) {
  static final String NAME = "PAIDOrPA";

  public ActionRef {
    TextRule.ID.checkIfAny("PAIDOrPA.ProcessActionID", id);
    if ((id == null) == (action == null)) {
      throw new ItemException(
          NAME, "either a ProcessAction or a ProcessActionID", id == null ? "neither" : "both");
    }
  }

  /** By ID. */
  public static ActionRef to(String id, Status status) {
    return new ActionRef(id, null, status, UnknownFields.NONE);
  }

  /** The Process Action itself. */
  public static ActionRef of(ProcessAction action) {
    return new ActionRef(null, action, null, UnknownFields.NONE);
  }

  /** Whether it is in force. */
  public boolean isFinal() {
    return status == Status.FINAL;
  }

  static ActionRef read(Found at) {
    JsonNode node = at.node();
    if (node != null && node.isTextual()) {
      return new ActionRef(at.needText(TextRule.ID), null, null, UnknownFields.NONE);
    }
    Fields in = at.object();
    if (in.has("ProcessAction") == in.has("ProcessActionID")) {
      throw ItemException.of(
          at.path(), "an object with either ProcessAction or ProcessActionID", node);
    }
    return new ActionRef(
        in.take("ProcessActionID").text(TextRule.ID),
        in.take("ProcessAction").item(ProcessAction.class),
        in.take("Status").word(Status.class),
        in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("ProcessActionID", id)
        .put("ProcessAction", action)
        .put("Status", status)
        .done();
  }

  /** A copy of a list that must name at least one action, and each once. */
  static List<ActionRef> unique(String path, List<ActionRef> actions) {
    if (actions.isEmpty() || new HashSet<>(actions).size() < actions.size()) {
      throw new ItemException(
          path,
          "one or more Process Actions, each once",
          actions.isEmpty() ? "none" : "one given twice");
    }
    return Limits.list(path, actions);
  }
}
