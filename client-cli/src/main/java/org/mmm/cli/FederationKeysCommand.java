package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Json;
import org.mmm.home.KeyFile;
import org.mmm.ipp.InstanceKey;
import org.mmm.print.Table;
import org.mmm.provenance.Ed25519;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm federation keys}. */
@Command(
    name = "keys",
    header = "Lists the keys by which an M-Instance signs, without what is secret of them.",
    description = {"  mmm federation keys data/federation.keys"})
final class FederationKeysCommand extends LocalCommand {
  @Parameters(paramLabel = "FILE", description = "The file of the keys.")
  private Path file = Path.of("");

  @Override
  ExitCode perform() {
    printer().print(listing(new KeyFile(file).keys(), Instant.now()), FederationKeysCommand::table);
    return ExitCode.OK;
  }

  static ObjectNode listing(List<InstanceKey> keys, Instant now) {
    String signing =
        keys.stream()
            .filter(key -> key.validAt(now.getEpochSecond()))
            .max(Comparator.comparingLong(InstanceKey::until))
            .map(InstanceKey::id)
            .orElse("");
    ObjectNode report = Json.object();
    ArrayNode all = report.putArray("keys");
    for (InstanceKey key : keys) {
      all.addObject()
          .put("key", key.id())
          .put("from", Instant.ofEpochSecond(key.from()).toString())
          .put("until", Instant.ofEpochSecond(key.until()).toString())
          .put("state", state(key, now.getEpochSecond(), key.id().equals(signing)))
          .put("public", Ed25519.text(key.key()));
    }
    return report;
  }

  private static String state(InstanceKey key, long now, boolean signs) {
    if (signs) return "signs";
    if (key.validAt(now)) return "verifies";
    return now < key.from() ? "begins later" : "over";
  }

  static Table table(JsonNode report) {
    Table table = new Table("KEY", "STATE", "FROM", "UNTIL", "PUBLIC");
    for (JsonNode key : Json.list(report, "keys")) {
      table.row(
          Json.text(key, "key", ""),
          Json.text(key, "state", ""),
          Json.text(key, "from", ""),
          Json.text(key, "until", ""),
          Json.text(key, "public", ""));
    }
    return table;
  }
}
