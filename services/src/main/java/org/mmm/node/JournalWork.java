package org.mmm.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.journal.DataDirectoryException;
import org.mmm.journal.JournalCare;
import org.mmm.journal.JournalException;

/**
 * What the program does with a journal instead of starting a node on it.
 *
 * @param repair whether it is mended, or looked at
 * @param entity its persistence ID; empty for all
 * @param after what is known already of a long answer; empty to begin
 * @param limit so many entities or events
 * @param dryRun only tell what would be removed
 * @param evenAcknowledged remove also what may have been acknowledged
 * @param others the words that say where the journal is
 */
record JournalWork(
    boolean repair,
    String entity,
    String after,
    int limit,
    boolean dryRun,
    boolean evenAcknowledged,
    List<String> others) {
  static final String USAGE =
      "usage: --inspect [--entity ID] [--after LAST] [--limit N] | --repair --entity ID [--dry-run]"
          + " [--even-acknowledged]; --data DIR and where the journal is";

  private static final int MOST = 100_000;
  private static final int USUAL = 1_000;

  JournalWork {
    others = List.copyOf(others);
    if (limit < 1 || limit > MOST) {
      throw NodeFailure.usage("--limit must be from 1 to " + MOST + ", was " + limit);
    }
    if (repair && entity.isEmpty()) throw NodeFailure.usage("--entity is missing; " + USAGE);
    if (!repair && (dryRun || evenAcknowledged)) {
      throw NodeFailure.usage("--dry-run and --even-acknowledged are for --repair; " + USAGE);
    }
  }

  /** What is to be done; null if a node is to be started. */
  static @Nullable JournalWork of(List<String> words) {
    boolean repair = words.contains("--repair");
    if (!repair && !words.contains("--inspect")) return null;
    String entity = "";
    String after = "";
    int limit = USUAL;
    boolean dryRun = false;
    boolean evenAcknowledged = false;
    List<String> others = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "--inspect", "--repair" -> {}
        case "--entity" -> entity = value(words, ++i);
        case "--after" -> after = value(words, ++i);
        case "--limit" -> limit = (int) Math.min(MOST + 1L, number(value(words, ++i)));
        case "--dry-run" -> dryRun = true;
        case "--even-acknowledged" -> evenAcknowledged = true;
        default -> others.add(words.get(i));
      }
    }
    return new JournalWork(repair, entity, after, limit, dryRun, evenAcknowledged, others);
  }

  /** Does it; throws a {@link NodeFailure} that says why it cannot. */
  ObjectNode perform() {
    Arguments arguments = Arguments.of(others);
    try (JournalCare care = JournalCare.open(arguments.data(), Settings.of(arguments))) {
      if (repair) return care.repair(entity, dryRun, evenAcknowledged, arguments.data());
      if (entity.isEmpty()) return care.list(after, limit);
      return care.inspect(entity, after.isEmpty() ? 0 : number(after), limit);
    } catch (DataDirectoryException e) {
      throw NodeFailure.unavailable(NodeFailure.line(e), e);
    } catch (JournalException | IllegalArgumentException e) {
      throw NodeFailure.failed(NodeFailure.line(e), e);
    }
  }

  private static String value(List<String> words, int at) {
    if (at < words.size()) return words.get(at);
    throw NodeFailure.usage(words.get(at - 1) + " needs a value; " + USAGE);
  }

  private static long number(String text) {
    if (text.matches("[0-9]{1,18}")) return Long.parseLong(text);
    throw NodeFailure.usage("a whole number is needed, was " + text + "; " + USAGE);
  }
}
