package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.MessageSocket;
import org.mmm.client.Patience;
import org.mmm.client.Pause;
import org.mmm.print.OneLine;
import org.mmm.print.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm watch}. */
@Command(
    name = "watch",
    header = "Shows the messages of a Process as they come, until Ctrl-C.",
    description = {"  mmm watch Device1", "  mmm watch Device1 -o json"})
final class WatchCommand extends NodeCommand {
  @Parameters(paramLabel = "PROCESS", description = "An ID, or a name of the newest run.")
  private String process = "";

  @Option(names = "--count", paramLabel = "N", description = "End after so many messages.")
  private int count = Integer.MAX_VALUE;

  @Override
  Duration retryFor() {
    return Patience.DEFAULT_RETRY_FOR;
  }

  @Override
  ExitCode perform(Session session) {
    String id = Runs.id(session, process);
    String token = session.tokenOf(id);
    MessageSocket socket = new MessageSocket(session.context().urls(), id, token);
    Printer printer = printer();
    Reconnect reconnect =
        new Reconnect(options.patience(retryFor()).retryFor(), this::say, System::nanoTime);
    int[] left = {count};
    while (left[0] > 0) {
      try {
        socket.listen(reconnect::connected, frame -> show(printer, frame), () -> --left[0] > 0);
        if (left[0] > 0) {
          throw new Failure(ExitCode.UNAVAILABLE, "the connection was closed");
        }
      } catch (Failure e) {
        Pause.of(reconnect.lost(e));
      }
    }
    return ExitCode.OK;
  }

  private static void show(Printer printer, JsonNode frame) {
    printer.each(
        frame, f -> Json.text(f, "seq", "?") + "  " + OneLine.of(f.path("message").toString()));
  }
}
