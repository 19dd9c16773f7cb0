package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Json;
import org.mmm.local.CassandraState;
import org.mmm.local.ClusterState;
import org.mmm.local.NodeState;
import org.mmm.local.ProcessId;
import org.mmm.print.Table;

/** A cluster as rows: one for each process. */
final class ClusterTable {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");
  private static final long KIB_IN_MIB = 1024;

  private ClusterTable() {}

  static ArrayNode rows(ClusterState state) {
    ArrayNode rows = Json.array();
    for (NodeState node : state.nodes()) {
      ObjectNode row = rows.addObject();
      row.put("name", node.name());
      row.put("state", node.phase().name().toLowerCase(Locale.ROOT));
      row.put("url", node.url());
      row.put("place", node.place());
      process(row, node.process());
      row.put("starts", node.starts());
      if (node.lastExit() != null) {
        row.put("lastExit", node.lastExit());
      }
    }
    CassandraState cassandra = state.cassandra();
    if (cassandra != null) {
      ObjectNode row = rows.addObject();
      row.put("name", "cassandra");
      row.put("state", cassandra.process().lives() ? "running" : "ended");
      row.put("place", state.contactPoints());
      process(row, cassandra.process());
    }
    return rows;
  }

  static Table table(JsonNode rows) {
    Table table = new Table("NAME", "STATE", "URL", "PLACE", "PID", "MIB", "STARTS", "LAST EXIT");
    for (JsonNode row : rows) {
      List<String> cells =
          List.of("name", "state", "url", "place", "pid", "mib", "starts", "lastExit");
      table.row(cells.stream().map(cell -> Json.text(row, cell, "")).toArray());
    }
    return table;
  }

  private static void process(ObjectNode row, @Nullable ProcessId process) {
    if (process == null) {
      return;
    }
    row.put("pid", process.pid());
    mib(process.pid()).ifPresent(mib -> row.put("mib", mib));
  }

  /** How much memory the process has, where the system tells it. */
  private static Optional<Long> mib(long pid) {
    try {
      Matcher resident =
          RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
      return resident.find()
          ? Optional.of(Long.parseLong(resident.group(1)) / KIB_IN_MIB)
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
