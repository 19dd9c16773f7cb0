package org.mmm.resolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/**
 * What a Resolution Item that comes With Resolve asks for: to open a session with Partners (the
 * stage ProcAToResolARequest), or to join or leave one (ProcessBToResolBResponse).
 *
 * @param partners who is invited; none if it is a response
 * @param joins the response; null if it invites
 * @param expires when the session shall end, epoch milliseconds; 0 if that is not said
 */
record SessionWish(List<SessionEvent.Partner> partners, @Nullable Boolean joins, long expires) {
  static final String HEADER = "MMM-RES";
  private static final String REQUEST = "ProcAToResolARequest";
  private static final String RESPONSE = "ProcessBToResolBResponse";
  private static final int PARTNERS_AT_MOST = 64;

  /**
   * @throws IllegalArgumentException if it asks for nothing, or for what there is not; says what
   */
  static SessionWish of(ProcessAction action) {
    for (With with : action.complements().with()) {
      if (with instanceof With.Inline inline
          && inline.item().path("Header").asText().startsWith(HEADER)) {
        return of(inline.item(), action.complements().with());
      }
    }
    throw new IllegalArgumentException(
        "Resolve needs With and a Resolution, {\"Header\": \"MMM-RES-V2.2\", \"Sequence\": [...]}");
  }

  private static SessionWish of(JsonNode item, List<With> with) {
    JsonNode sequence = item.path("Sequence");
    if (!sequence.isArray() || sequence.size() != 1 || sequence.path(0).size() != 1) {
      throw new IllegalArgumentException("Sequence of a Resolution must be one stage");
    }
    JsonNode stage = sequence.path(0);
    if (stage.has(RESPONSE)) {
      if (!stage.path(RESPONSE).isBoolean()) {
        throw new IllegalArgumentException(RESPONSE + " must be true or false");
      }
      return new SessionWish(List.of(), stage.path(RESPONSE).asBoolean(), 0);
    }
    if (!stage.has(REQUEST)) {
      throw new IllegalArgumentException(
          "a Process says " + REQUEST + " or " + RESPONSE + ", not " + stage.fieldNames().next());
    }
    List<SessionEvent.Partner> partners = new ArrayList<>();
    for (JsonNode partner : stage.path(REQUEST).path("Partners")) {
      String instance = partner.path("MInstances").path("MInstanceID").asText();
      for (JsonNode process : partner.path("MInstances").path("Processes")) {
        String id = process.path("ProcessID").asText();
        if (id.isEmpty()) throw new IllegalArgumentException("a partner has a ProcessID");
        partners.add(
            new SessionEvent.Partner(
                instance.isEmpty() || id.indexOf('@') > 0 ? id : id + "@" + instance,
                rights(process.path("Rights"), with)));
      }
    }
    if (partners.isEmpty() || partners.size() > PARTNERS_AT_MOST) {
      throw new IllegalArgumentException(
          "a session has 1 to " + PARTNERS_AT_MOST + " Partners, had " + partners.size());
    }
    return new SessionWish(partners, null, time(item.path("Expires")));
  }

  /** A Rights Item that stands there, or goes With the sentence under that RightsID. */
  private static @Nullable ObjectNode rights(JsonNode rights, List<With> with) {
    if (rights.isMissingNode()) return null;
    if (rights instanceof ObjectNode object) return object;
    for (With one : with) {
      if (one instanceof With.Inline inline
          && inline.item().path("RightsID").asText().equals(rights.asText())) {
        return inline.item();
      }
    }
    throw new IllegalArgumentException("no Rights " + rights + " go With Resolve");
  }

  private static long time(JsonNode text) {
    if (text.isMissingNode()) return 0;
    try {
      return Instant.parse(text.asText()).toEpochMilli();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Expires must be a time, was " + text, e);
    }
  }
}
