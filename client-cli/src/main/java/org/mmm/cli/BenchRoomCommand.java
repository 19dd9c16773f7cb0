package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.mmm.bench.RoomBench;
import org.mmm.bench.RoomPlan;
import org.mmm.bench.RoomResult;
import org.mmm.bench.RoomScene;
import org.mmm.bench.Spread;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.interpreter.RunState;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mmm bench room}. */
@Command(
    name = "room",
    header = "Measures live Rooms: members walk, and see each other walk.",
    description = {
      "  mmm bench room                                     on a node of its own",
      "  mmm bench room --members 20 --rooms 10 -o json",
      "  mmm bench room --members 1000 --spread floor       of whom each sees those near",
      "  mmm bench room --url http://127.0.0.1:7070         on a node that runs",
      "A node that runs needs the places of the world \"bench\" (mmm up --world bench).",
      "Each member says where it stands at its times, whether the node keeps up or not;",
      "latency counts from when that was due until another member sees it."
    })
final class BenchRoomCommand extends BenchedCommand {
  @Option(names = "--members", paramLabel = "N", description = "Of each Room (default: 50).")
  private int members = 50;

  @Option(names = "--rooms", paramLabel = "N", description = "Rooms (default: 1).")
  private int rooms = 1;

  @Option(names = "--hz", paramLabel = "N", description = "Inputs a second (default: 20).")
  private int hz = 20;

  @Option(names = "--seconds", paramLabel = "S", description = "To measure (default: 10).")
  private int seconds = 10;

  @Option(names = "--warm-up", paramLabel = "S", description = "Before that (default: 5).")
  private int warmUp = 5;

  @Option(names = "--still", description = "Nobody walks.")
  private boolean still;

  @Option(
      names = "--spread",
      paramLabel = "WHERE",
      description = "together: all see all; floor: over 250 m (default: together).")
  private Spread spread = Spread.TOGETHER;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "From which it is drawn where they begin (default: 1).")
  private long seed = 1;

  @Override
  ExitCode measure(Session session) throws InterruptedException {
    RoomPlan plan = plan();
    say("preparing " + plan.members() * plan.rooms() + " members");
    RunState run = new RunState(Runs.begin(session, seed, List.of()));
    RoomScene scene = RoomScene.prepare(target(session), nodes(session), run, plan);
    say("measuring");
    RoomResult result = new RoomBench(plan, scene).measure();
    printer().print(result.json(), BenchRoomCommand::table);
    return result.sound() ? ExitCode.OK : ExitCode.FAILED;
  }

  @Override
  void check() {
    plan();
  }

  private RoomPlan plan() {
    try {
      return new RoomPlan(
          members,
          rooms,
          hz,
          !still,
          spread,
          Duration.ofSeconds(warmUp),
          Duration.ofSeconds(seconds),
          seed);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  private static Table table(JsonNode result) {
    Table table = new Table("FIGURE", "VALUE");
    result
        .properties()
        .forEach(figure -> table.row(figure.getKey(), Json.text(result, figure.getKey(), "-")));
    return table;
  }
}
