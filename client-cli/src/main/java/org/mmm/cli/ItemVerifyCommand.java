package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.print.Table;
import org.mmm.provenance.Ed25519;
import org.mmm.provenance.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm item verify}: asks nobody. */
@Command(
    name = "verify",
    header = "Verifies the receipt of an Item that was handed over, without asking anybody.",
    description = {
      "  mmm item verify receipt.json",
      "  mmm item verify receipt.json --instance alpha.json --instance beta.json",
      "A receipt names the key that has signed it. That it is the key of that M-Instance is known",
      "from what that one publishes at /.well-known/mmm-instance: save it, and give it here."
    })
final class ItemVerifyCommand extends LocalCommand {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long AT_MOST = 1 << 20;

  @Parameters(paramLabel = "FILE", description = "A receipt, as JSON.")
  private Path file = Path.of("");

  @Option(
      names = "--instance",
      paramLabel = "FILE",
      description = "What an M-Instance has published of itself.")
  private List<Path> instances = List.of();

  @Override
  ExitCode perform() {
    Receipt receipt;
    try {
      receipt = Receipt.of(read(file));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, file + " is no receipt: " + e.getMessage(), e);
    }
    String fault = receipt.fault();
    if (fault != null) throw new Failure(ExitCode.FAILED, file + " is not good: " + fault);
    List<JsonNode> published = new ArrayList<>();
    instances.forEach(one -> published.add(read(one)));
    ObjectNode report = Json.object();
    ArrayNode hops = report.putArray("receipts");
    for (Receipt one : receipt.andThis()) {
      String whose = whose(one, published);
      hops.addObject()
          .put("item", one.item())
          .put("from", one.from())
          .put("to", one.to())
          .put("committed", one.committed().toString())
          .put("signature", "good")
          .put("key", one.keyId() + " " + Ed25519.text(one.key()))
          .put("keyOf", whose == null ? "" : whose);
    }
    printer().print(report, ItemVerifyCommand::table);
    return ExitCode.OK;
  }

  /** The M-Instance whose key it is; null if what it publishes was not given. */
  private static @Nullable String whose(Receipt one, List<JsonNode> published) {
    for (JsonNode document : published) {
      if (!document.path("MInstanceID").asText().equals(one.instance())) continue;
      for (JsonNode key : document.path("keys")) {
        if (key.path("x").asText().equals(Ed25519.text(one.key()))) return one.instance();
      }
      throw new Failure(
          ExitCode.FAILED,
          "the key "
              + one.keyId()
              + " that has signed for "
              + one.item()
              + " is none that "
              + one.instance()
              + " publishes");
    }
    return null;
  }

  private static JsonNode read(Path file) {
    try {
      if (Files.size(file) > AT_MOST) {
        throw new Failure(ExitCode.FAILED, file + " is larger than " + AT_MOST + " bytes");
      }
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Table table(JsonNode report) {
    Table table = new Table("ITEM", "FROM", "TO", "COMMITTED", "SIGNATURE", "KEY OF");
    for (JsonNode hop : Json.list(report, "receipts")) {
      String keyOf = Json.text(hop, "keyOf", "");
      table.row(
          Json.text(hop, "item", ""),
          Json.text(hop, "from", ""),
          Json.text(hop, "to", ""),
          Json.text(hop, "committed", ""),
          Json.text(hop, "signature", ""),
          keyOf.isEmpty() ? "not known: give --instance" : keyOf);
    }
    return table;
  }
}
