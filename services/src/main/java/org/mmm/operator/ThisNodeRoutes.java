package org.mmm.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.edge.Answer;
import org.mmm.edge.Endpoint;
import org.mmm.edge.Exchange;
import org.mmm.edge.Refusal;
import org.mmm.edge.Support;
import org.mmm.journal.JournalException;
import org.mmm.pa.Reason;

/** What the operator does with this very node. */
final class ThisNodeRoutes {
  private final Support.NodeView node;

  ThisNodeRoutes(Support.NodeView node) {
    this.node = node;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "POST",
            "/admin/backup",
            Endpoint.Doc.of(
                    "operator",
                    "backup",
                    "writes a backup on the node's disk",
                    Endpoint.Access.OPERATOR)
                .body("Backup")
                .answers("Backup", 409),
            this::backup),
        new Endpoint(
            "GET",
            "/admin/node",
            Endpoint.Doc.of("operator", "node", "tells about this node", Endpoint.Access.OPERATOR)
                .answers("Node"),
            in -> {
              return CompletableFuture.completedFuture(Answer.ok(node.about()));
            }));
  }

  private CompletionStage<Answer> backup(Exchange in) {
    Path file = path(in.object().path("path"));
    if (Files.exists(file)) {
      throw new Refusal(
          "syntax", Answer.error(Reason.CLASH, file + " exists; name a file that does not"));
    }
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            node.backup(file);
          } catch (JournalException e) {
            // Its message is one line for an operator, with the way out.
            return Answer.error(Reason.UNABLE, String.valueOf(e.getMessage()));
          }
          return Answer.ok(JsonNodeFactory.instance.objectNode().put("path", file.toString()));
        });
  }

  private static Path path(JsonNode text) {
    try {
      Path path = Path.of(text.asText());
      if (path.isAbsolute() && path.getFileName() != null) return path.normalize();
    } catch (InvalidPathException notAPath) {
      // refused below
    }
    throw Refusal.syntax("path must be the absolute path of a new file, was " + text);
  }
}
