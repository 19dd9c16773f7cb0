package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;
import org.mmm.client.Durations;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Pause;
import org.mmm.print.Table;

/** Follows a drain until nothing is left, and tells how far it is. */
final class DrainWatch {
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Session session;
  private final String node;
  private final Duration within;
  private final Consumer<String> say;

  /**
   * @param say gets a line whenever there is less left
   */
  DrainWatch(Session session, String node, Duration within, Consumer<String> say) {
    this.session = session;
    this.node = node;
    this.within = within;
    this.say = say;
  }

  /** What moved, when all did; fails if that is not so in time, or the drain is ended. */
  JsonNode await() {
    long end = System.nanoTime() + within.toNanos();
    String told = "";
    while (true) {
      JsonNode now = OperatorCommand.read(session, OperatorCommand.nodePath(node) + "/drain");
      String state = Json.text(now, "state", "");
      if (state.equals("open")) {
        throw new Failure(ExitCode.CONFLICT, node + " was undrained meanwhile");
      }
      String line =
          node
              + ": "
              + OperatorCommand.sum(now.path("left"))
              + " shards left, "
              + OperatorCommand.sum(now.path("moved"))
              + " moved";
      if (!line.equals(told)) {
        say.accept(line);
        told = line;
      }
      if (state.equals("drained")) {
        return now;
      }
      if (System.nanoTime() - end > 0) {
        throw new Failure(
            ExitCode.UNAVAILABLE,
            node
                + " is not drained after "
                + Durations.print(within)
                + " and goes on; 'mmm node undrain "
                + node
                + "' ends it");
      }
      Pause.of(EVERY);
    }
  }

  /** The shards that moved, by type, and all together. */
  static Table table(JsonNode drain) {
    Table table = new Table("TYPE", "MOVED", "LEFT");
    JsonNode moved = drain.path("moved");
    JsonNode left = drain.path("left");
    for (var type : ((ObjectNode) moved).properties()) {
      table.row(type.getKey(), type.getValue().asInt(), left.path(type.getKey()).asInt());
    }
    return table.row("all", OperatorCommand.sum(moved), OperatorCommand.sum(left));
  }
}
