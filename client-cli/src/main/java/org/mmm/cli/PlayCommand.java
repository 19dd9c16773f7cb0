package org.mmm.cli;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Pause;
import org.mmm.recording.Recording;
import org.mmm.recording.Seen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm play}. */
@Command(
    name = "play",
    header = "Plays back what mmm room record recorded.",
    description = {
      "  mmm play evening.jsonl                       as fast as it was",
      "  mmm play evening.jsonl --speed 10 --from 5m  ten times as fast, from minute 5 on",
      "  mmm play evening.jsonl --speed 0 -o json     all at once, for programs",
      "The web Device plays it too, drawn."
    })
final class PlayCommand extends LocalCommand {
  private static final double MOST_SPEED = 1_000;

  @Parameters(paramLabel = "FILE", description = "A recording.")
  private Path file = Path.of("");

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "So many times as fast, up to 1000; 0 without pauses (default: 1).")
  private double speed = 1;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "Begin there; what was is summed up.")
  private Duration from = Duration.ZERO;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "End there.")
  private @Nullable Duration to;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Options.DurationConverter.class,
      description = "Tell of one who moves so often at most (default: 1s).")
  private Duration every = Duration.ofSeconds(1);

  private long playedTo = Long.MIN_VALUE;

  @Override
  ExitCode perform() {
    if (!(speed >= 0 && speed <= MOST_SPEED)) {
      throw new Failure(ExitCode.USAGE, "--speed must be 0 to 1000, was " + speed);
    }
    Seen seen = new Seen(every.toMillis());
    Recording recording = Recording.read(file, entry -> play(entry, seen));
    if (playedTo < from.toMillis()) seen.all().forEach(words -> tell(from.toMillis(), words));
    say(recording.place() + ", recorded from " + recording.began());
    return ExitCode.OK;
  }

  private void play(Recording.Entry entry, Seen seen) {
    long millis = entry.millis();
    boolean before = millis < from.toMillis();
    if (to != null && millis > to.toMillis()) return;
    if (!before && playedTo < from.toMillis() && !from.isZero()) {
      seen.all().forEach(words -> tell(from.toMillis(), words));
    }
    if (!before) pause(millis - Math.max(playedTo, from.toMillis()));
    playedTo = millis;
    var words = seen.take(millis, entry.frame());
    if (!before) words.forEach(one -> tell(millis, one));
  }

  private void pause(long millis) {
    if (speed > 0 && millis > 0) Pause.of(Duration.ofNanos((long) (millis * 1e6 / speed)));
  }

  private void tell(long millis, String words) {
    printer()
        .each(
            Json.object().put("millis", millis).put("what", words),
            line -> clock(millis) + "  " + words);
  }

  private static String clock(long millis) {
    return String.format(
        java.util.Locale.ROOT,
        "%02d:%02d.%03d",
        millis / 60_000,
        millis / 1_000 % 60,
        millis % 1_000);
  }
}
