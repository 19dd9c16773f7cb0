package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mmm.client.Json;
import org.mmm.print.OneLine;
import org.mmm.print.Table;

/** What is told of a journal, for people. */
final class JournalTable {
  private static final Map<String, String> WRONG =
      Map.of(
          "gaps", "missing from",
          "doubled", "written twice",
          "strays", "strays of an older writer",
          "orphanedSnapshots", "snapshots without events");

  private JournalTable() {}

  static Table entities(JsonNode told) {
    Table table = new Table("PERSISTENCE ID", "EVENTS", "WRITERS", "WRONG");
    for (JsonNode one : Json.list(told, "entities")) {
      table.row(
          OneLine.of(Json.text(one, "persistenceID", "")),
          one.path("events").asText(),
          one.path("writers").asText(),
          String.join("; ", wrong(one.path("findings"))));
    }
    return table;
  }

  static Table events(JsonNode told) {
    return table(Json.list(told, "events"));
  }

  static Table strays(JsonNode told) {
    return table(Json.list(told.path("findings"), "strays"));
  }

  /** What is wrong with one entity, a line each, and what speaks against mending it. */
  static List<String> complaints(JsonNode told) {
    List<String> lines = new ArrayList<>(wrong(told.path("findings")));
    for (JsonNode doubt : Json.list(told.path("findings"), "doubts")) {
      lines.add("doubt: " + OneLine.of(doubt.asText()));
    }
    return lines;
  }

  private static Table table(List<JsonNode> events) {
    Table table = new Table("SEQ", "TIME", "WRITER", "TYPE", "SUMMARY");
    for (JsonNode event : events) {
      table.row(
          event.path("sequenceNr").asText(),
          Json.text(event, "time", ""),
          Json.text(event, "writer", ""),
          Json.text(event, "type", ""),
          OneLine.of(Json.text(event, "summary", "")));
    }
    return table;
  }

  private static List<String> wrong(JsonNode findings) {
    List<String> wrong = new ArrayList<>();
    for (String kind : List.of("gaps", "doubled", "strays", "orphanedSnapshots")) {
      List<String> numbers =
          Json.list(findings, kind).stream()
              .map(one -> one.isObject() ? one.path("sequenceNr").asText() : one.asText())
              .toList();
      if (!numbers.isEmpty()) wrong.add(WRONG.get(kind) + " " + String.join(", ", numbers));
    }
    return wrong;
  }
}
