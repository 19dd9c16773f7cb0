package org.mmm.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorSystem;
import org.mmm.journal.JournalReader;
import org.mmm.kernel.Address;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Machine;
import org.mmm.log.LogEntry;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;

/** Logs that their entities no longer hold in memory: what was written is applied once more. */
final class OldLogs {
  private final ActorSystem<?> system;
  private final JournalReader reader;
  private final EntityTable table;

  OldLogs(ActorSystem<?> system, JournalReader reader, EntityTable table) {
    this.system = system;
    this.reader = reader;
    this.table = table;
  }

  /** The entries after that position, oldest first, as the MMM-API gives them. */
  CompletionStage<ObjectNode> page(Address entity, long after, int limit) {
    return page(table.machine(entity), entity, entry -> entry.position() > after, limit)
        .thenApply(entries -> LogTail.json(entries, after));
  }

  /** The entries later than that time, oldest first, as the MMM-API gives them. */
  CompletionStage<ObjectNode> page(Address entity, Hlc after, int limit) {
    return page(table.machine(entity), entity, entry -> entry.at().compareTo(after) > 0, limit)
        .thenApply(entries -> LogTail.json(entries, 0));
  }

  /**
   * The first entries that are late enough, and with the last of them all of the same time: whoever
   * goes on after that time misses none.
   */
  @SuppressWarnings("unchecked") // what an entity wrote is what its own machine decided
  private <S, E> CompletionStage<List<LogEntry>> page(
      Machine<S, E> machine, Address entity, Predicate<LogEntry> lateEnough, int limit) {
    List<LogEntry> page = new ArrayList<>();
    return reader
        .events(entity.kind().word() + "|" + entity.id(), 0)
        .map(envelope -> (E) envelope.event())
        .scan(
            new Replayed<S>(machine.empty(), List.of()),
            (before, event) -> before.next(machine.apply(before.state(), event)))
        .mapConcat(Replayed::added)
        .filter(lateEnough::test)
        .takeWhile(entry -> page.size() < limit || entry.at().equals(last(page).at()))
        .runForeach(page::add, system)
        .thenApply(done -> page);
  }

  private static LogEntry last(List<LogEntry> page) {
    return page.get(page.size() - 1);
  }

  /** The state after one event more, and what that event added to the log. */
  private record Replayed<S>(S state, List<LogEntry> added) {
    Replayed<S> next(S after) {
      return new Replayed<>(
          after, new ArrayList<>(log(after).after(log(state).last(), LogTail.KEPT)));
    }

    private static LogTail log(Object state) {
      return state instanceof Logged logged ? logged.log() : LogTail.none();
    }
  }
}
