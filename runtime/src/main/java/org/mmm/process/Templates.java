package org.mmm.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Name;
import org.mmm.pa.With;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Process Action templates that a Process has sent along, by their ProcessActionID. The first of an
 * ID stands: a later one of the same ID changes nothing.
 */
public final class Templates {
  /** How many are kept; what comes after is known within its own request only. */
  static final int AT_MOST = 1_000;

  private static final String ID = "ProcessActionID";
  private static final String REFS = "PAIDOrPA";
  private static final Templates NONE = new Templates(HashTreePMap.empty());

  private final PMap<String, Template> byId;

  /**
   * One template.
   *
   * @param item the Process Action Item
   * @param names what the names in it were claimed for
   */
  public record Template(ObjectNode item, Map<String, Name> names) {}

  private Templates(PMap<String, Template> byId) {
    this.byId = byId;
  }

  static Templates none() {
    return NONE;
  }

  @JsonCreator
  static Templates of(Map<String, Template> byId) {
    return new Templates(HashTreePMap.from(byId));
  }

  @JsonValue
  Map<String, Template> all() {
    return new LinkedHashMap<>(byId);
  }

  /** With the templates that stand after With. */
  Templates with(List<With> items, Map<String, Name> names) {
    PMap<String, Template> more = byId;
    for (With item : items) {
      if (!(item instanceof With.Inline inline) || !isTemplate(inline.item())) continue;
      String id = inline.item().path(ID).asText();
      if (!id.isEmpty() && !more.containsKey(id) && more.size() < AT_MOST) {
        more = more.plus(id, new Template(inline.item(), mentioned(inline.item(), names)));
      }
    }
    return more == byId ? this : new Templates(more);
  }

  /**
   * What is asked, with each template that its Rights name by ID copied into them: as it stood when
   * it was first given, here or before. An ID that names none is left for the holder to refuse.
   */
  Ask copiedInto(Ask ask) {
    Templates known = with(ask.action().complements().with(), ask.names());
    if (known.byId.isEmpty()) return ask;
    Map<String, Name> names = new HashMap<>(ask.names());
    List<With> items = new ArrayList<>();
    for (With item : ask.action().complements().with()) {
      boolean rights =
          item instanceof With.Inline i && i.item().path("Header").asText().startsWith("MMM-RGT");
      items.add(
          rights
              ? new With.Inline(
                  known.copied(((With.Inline) item).item().deepCopy(), names),
                  ((With.Inline) item).account())
              : item);
    }
    return ask.with(ask.action().with(ask.action().complements().with(items)), names);
  }

  private ObjectNode copied(ObjectNode rights, Map<String, Name> names) {
    for (JsonNode entry : rights.path("RightsData")) {
      JsonNode said = entry.path(REFS);
      if (said instanceof ArrayNode refs) {
        for (int i = 0; i < refs.size(); i++) refs.set(i, copied(refs.get(i), names));
      } else if (entry instanceof ObjectNode one && one.has(REFS)) {
        one.set(REFS, copied(said, names));
      }
    }
    return rights;
  }

  /** The template that is named there by its ID; or what stands there, if it names none. */
  private JsonNode copied(JsonNode ref, Map<String, Name> names) {
    Template template = find(ref.isTextual() ? ref.asText() : ref.path(ID).asText());
    if (template == null) return ref;
    names.putAll(template.names());
    return JsonNodeFactory.instance.objectNode().set("ProcessAction", template.item());
  }

  private @Nullable Template find(String id) {
    return byId.get(id);
  }

  private static boolean isTemplate(ObjectNode item) {
    return item.path("Header").asText().startsWith("MMM-PAC");
  }

  private static Map<String, Name> mentioned(JsonNode item, Map<String, Name> names) {
    Map<String, Name> found = new HashMap<>();
    for (JsonNode part : item) {
      Name name = part.isTextual() ? names.get(part.asText()) : null;
      if (name != null) found.put(part.asText(), name);
      found.putAll(mentioned(part, names));
    }
    return found;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Templates t && t.byId.equals(byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }
}
