package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.client.Patience;
import org.mmm.home.RunFile;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm run}. */
@Command(
    name = "run",
    header = "Performs scripts, sentence by sentence.",
    description = {
      "  mmm run examples/phase0.mmm",
      "  mmm run phase0.mmm -o json > results.jsonl",
      "  mmm run crowd.mmm --seed 7               draws the same random numbers again",
      "  mmm run --resume                         goes on with the run that was cut"
    })
final class RunCommand extends NodeCommand {
  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Scripts, performed in order.")
  private List<Path> files = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What random and pick draw from (default: a random one, shown at the start).")
  private @Nullable Long seed;

  @Option(
      names = "--resume",
      description = "Go on with the newest unfinished run of these scripts, with the same keys.")
  private boolean resume;

  @Override
  Duration retryFor() {
    return Patience.DEFAULT_RETRY_FOR;
  }

  @Override
  ExitCode perform(Session session) {
    if (files.isEmpty() && !resume) {
      throw new Failure(ExitCode.USAGE, "which script? see 'mmm run --help'");
    }
    RunFile file;
    List<ScriptFile> scripts;
    if (resume) {
      file = unfinished(session);
      scripts = scripts(file);
    } else {
      scripts = files.stream().map(ScriptFile::read).toList();
      file = Runs.begin(session, seed != null ? seed : newSeed(), scripts);
    }
    long drawn = file.lines().get(0).path("seed").asLong();
    say("run " + file.run() + (resume ? " resumed" : "") + ", seed " + drawn);
    Summary summary = ScriptRun.perform(session, new RunState(file), scripts, drawn, printer());
    if (summary.exit() == ExitCode.UNAVAILABLE || summary.exit() == ExitCode.UNKNOWN) {
      say("the run was cut; go on with 'mmm run --resume'");
    }
    return summary.exit();
  }

  private RunFile unfinished(Session session) {
    List<String> wanted = files.stream().map(p -> ScriptFile.read(p).sha256()).toList();
    String url = session.context().url().toString();
    return session
        .runs()
        .newest(
            lines ->
                Runs.isOf(lines, session.context())
                    && !Runs.isFinished(lines)
                    && !hashes(lines).isEmpty()
                    && (wanted.isEmpty() || hashes(lines).equals(wanted)))
        .orElseThrow(
            () -> new Failure(ExitCode.NOT_FOUND, "no unfinished run to resume on " + url));
  }

  private static List<ScriptFile> scripts(RunFile file) {
    return Json.list(file.lines().get(0), "scripts").stream().map(RunCommand::unchanged).toList();
  }

  private static ScriptFile unchanged(JsonNode told) {
    ScriptFile script = ScriptFile.read(Path.of(Json.text(told, "path", "")));
    if (!script.sha256().equals(Json.text(told, "sha256"))) {
      throw new Failure(
          ExitCode.CONFLICT, script.path() + " was changed since the run began; run it anew");
    }
    return script;
  }

  private static List<String> hashes(List<JsonNode> lines) {
    return Json.list(lines.get(0), "scripts").stream()
        .map(script -> Json.text(script, "sha256", ""))
        .toList();
  }

  private static long newSeed() {
    return ThreadLocalRandom.current().nextInt(1_000_000);
  }
}
