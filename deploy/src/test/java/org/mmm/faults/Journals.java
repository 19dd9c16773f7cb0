package org.mmm.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Activity logs, as the MMM-API gives them. */
final class Journals {
  private Journals() {}

  /** The Process Actions of one page; parts of composites are left out. */
  static List<Aftermath.Entry> entries(JsonNode page) {
    List<Aftermath.Entry> entries = new ArrayList<>();
    for (JsonNode e : page.path("entries")) {
      String id = e.path("processActionID").asText();
      if (id.indexOf('.') >= 0) continue;
      entries.add(
          new Aftermath.Entry(
              id, e.path("source").asText(), e.path("action").asText(), e.path("reason").asText()));
    }
    return entries;
  }
}
