package org.mmm.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run under faults came to.
 *
 * @param name of the run
 * @param seed of the run
 * @param deeds how many were asked for, reads among them
 * @param acknowledged Process Actions
 * @param refused Process Actions
 * @param unknown Process Actions whose end nobody told
 * @param incidents in order
 * @param figures what else was measured, in ms or as named
 * @param broken each promise that was broken, in words
 */
record FaultReport(
    String name,
    long seed,
    int deeds,
    long acknowledged,
    long refused,
    long unknown,
    List<Incident> incidents,
    Map<String, Long> figures,
    List<String> broken) {
  private static final Path DIRECTORY = Path.of("target", "faults");

  static FaultReport of(
      String name,
      long seed,
      History history,
      List<Incident> incidents,
      Map<String, Long> figures,
      List<String> broken) {
    List<Op> actions =
        history.ops().stream().filter(o -> !(o.deed() instanceof Deed.Look)).toList();
    return new FaultReport(
        name,
        seed,
        history.ops().size(),
        actions.stream().filter(Op::ok).count(),
        actions.stream().filter(o -> o.end() == Op.End.REFUSED).count(),
        actions.stream().filter(Op::unknown).count(),
        incidents,
        figures,
        broken);
  }

  /** Milliseconds to full service at that percentile, 1 to 100; 0 if nothing happened. */
  long serviceAfter(int percentile) {
    long[] sorted = incidents.stream().mapToLong(Incident::serviceAfterMillis).sorted().toArray();
    if (sorted.length == 0) return 0;
    return sorted[(int) Math.ceil(percentile / 100.0 * sorted.length) - 1];
  }

  /** Writes it beside its history, and prints a line. */
  void tell() throws IOException {
    Files.createDirectories(DIRECTORY);
    Path file = DIRECTORY.resolve(name + ".json");
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    System.out.println(line() + " " + file.toAbsolutePath());
  }

  /** For people. */
  String line() {
    return String.format(
        "%s: %d faults, %d acknowledged, %d refused, %d unknown; full service after p50"
            + " %d ms, p95 %d ms; broken promises %d; %s; seed %d",
        name,
        incidents.size(),
        acknowledged,
        refused,
        unknown,
        serviceAfter(50),
        serviceAfter(95),
        broken.size(),
        figures,
        seed);
  }

  /** Where the history of that run goes. */
  static Path history(String name) throws IOException {
    Files.createDirectories(DIRECTORY);
    return DIRECTORY.resolve(name + ".jsonl");
  }
}
