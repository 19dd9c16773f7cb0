package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mmm.client.Durations;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Pause;
import org.mmm.print.Table;

/**
 * Follows the shards of a node as they go to the others, and tells how far they are.
 *
 * @param node what the person calls it
 * @param every how long it pauses between two looks
 * @param within how long it follows them at most
 * @param say gets a line whenever there is less left
 */
record DrainWatch(String node, Duration every, Duration within, Consumer<String> say) {

  /**
   * Looks again and again until it is done.
   *
   * @param begun what is known already
   * @param look what is known now, from what was known before
   * @param late what is so if it takes too long, such as "is not drained"
   * @return what was known last
   * @throws Failure if it is not done in time
   */
  JsonNode await(
      JsonNode begun, UnaryOperator<JsonNode> look, Predicate<JsonNode> done, String late) {
    long end = System.nanoTime() + within.toNanos();
    JsonNode now = begun;
    String told = "";
    while (true) {
      now = look.apply(now);
      String line = line(now);
      if (!line.equals(told)) {
        say.accept(line);
        told = line;
      }
      if (done.test(now)) {
        return now;
      }
      if (System.nanoTime() - end > 0) {
        throw new Failure(
            ExitCode.UNAVAILABLE,
            node
                + " "
                + late
                + " after "
                + Durations.print(within)
                + " and goes on; 'mmm node undrain "
                + node
                + "' ends it");
      }
      Pause.of(every);
    }
  }

  private String line(JsonNode now) {
    int left = OperatorCommand.sum(now.path("left"));
    int moved = OperatorCommand.sum(now.path("moved"));
    return node + ": " + left + " shards left, " + moved + " moved";
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
