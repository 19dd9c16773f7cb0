package org.mmm.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Patience;
import org.mmm.client.Pause;
import org.mmm.recording.LiveFrames;
import org.mmm.recording.Recorder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm room record}. */
@Command(
    name = "record",
    header = "Records how Personae move in a live place; see mmm play.",
    description = {
      "  mmm room record MM-Square --as User1 --for 60s",
      "  mmm room record Room1 --as User1 --out evening.jsonl     until Ctrl-C",
      "The Process must be one that may see the place."
    })
final class RoomRecordCommand extends NodeCommand {
  private static final long FOREVER_DAYS = 365;

  @Parameters(paramLabel = "ROOM", description = "An ID, or a name of the newest run.")
  private String room = "";

  @Option(
      names = "--as",
      paramLabel = "PROCESS",
      required = true,
      description = "Who looks on: an ID, or a name of the newest run.")
  private String process = "";

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "How long, from the first frame on (default: until Ctrl-C).")
  private @Nullable Duration during;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file (default: the Room and the time, .jsonl).")
  private @Nullable Path out;

  @Option(
      names = "--at-most",
      paramLabel = "MIB",
      description = "End when the file is so long (default: ${DEFAULT-VALUE}).")
  private long atMost = 1_024;

  @Override
  Duration retryFor() {
    return Patience.DEFAULT_RETRY_FOR;
  }

  @Override
  ExitCode perform(Session session) throws IOException {
    String place = Runs.id(session, room);
    String token = session.tokenOf(Runs.id(session, process));
    Path file = out == null ? Path.of(name(place, Instant.now())) : out;
    Recorder recorder =
        new Recorder(file, place, InstantSource.system(), System::nanoTime, atMost << 20);
    Thread onExit = new Thread(() -> end(recorder, file), "end-recording");
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      say("recording " + place + " to " + file);
      record(new LiveFrames(session.api(), token, place), recorder);
    } finally {
      Runtime.getRuntime().removeShutdownHook(onExit);
      end(recorder, file);
    }
    return ExitCode.OK;
  }

  /** Goes on after the node, or the connection, was lost. */
  private void record(LiveFrames frames, Recorder recorder) {
    Duration whole = during == null ? Duration.ofDays(FOREVER_DAYS) : during;
    Reconnect reconnect =
        new Reconnect(options.patience(retryFor()).retryFor(), this::say, System::nanoTime);
    while (recorder.length().compareTo(whole) < 0) {
      try {
        boolean over =
            frames.watch(
                frame -> {
                  reconnect.connected();
                  recorder.frame(frame);
                },
                () -> whole.minus(recorder.length()));
        if (over) return;
        throw new Failure(ExitCode.UNAVAILABLE, "the connection was closed");
      } catch (Failure e) {
        Pause.of(reconnect.lost(e));
      }
    }
  }

  private void end(Recorder recorder, Path file) {
    try {
      recorder.close();
      say(recorder.frames() + " frames in " + file);
    } catch (IOException e) {
      say("cannot end " + file + ": " + e.getMessage());
    }
  }

  private static String name(String place, Instant began) {
    String time = began.truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    return place.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + time + ".jsonl";
  }
}
