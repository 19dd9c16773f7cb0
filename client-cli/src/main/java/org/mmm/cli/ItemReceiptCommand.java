package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.provenance.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm item receipt}. */
@Command(
    name = "receipt",
    header = "Shows the receipt with which an Item came from another M-Instance.",
    description = {"  mmm item receipt Asset2", "  mmm item receipt Asset2 --out receipt.json"})
final class ItemReceiptCommand extends ReadCommand {
  @Parameters(paramLabel = "ITEM", description = "An ID, or a name of the newest run.")
  private String item = "";

  @Option(names = "--out", paramLabel = "FILE", description = "Write it there, as JSON.")
  private @Nullable Path out;

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, item);
    JsonNode receipts = readers(session).read(id, itemPath(id)).path("item").path("Receipts");
    if (receipts.isEmpty()) {
      throw new Failure(ExitCode.FAILED, id + " has no receipt: it came from no other M-Instance");
    }
    ObjectNode receipt;
    try {
      receipt = Receipt.of(receipts).json();
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, "the receipt of " + id + ": " + e.getMessage(), e);
    }
    if (out != null) save(receipt, out);
    printer().print(receipt, Fields::table);
    return ExitCode.OK;
  }

  private static void save(JsonNode receipt, Path to) {
    try {
      Files.writeString(to, receipt.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write " + to + ": " + e.getMessage(), e);
    }
  }
}
