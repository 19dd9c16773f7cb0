package org.mmm.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.mmm.journal.JournalReader;
import org.mmm.kernel.Address;
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
    return page(table.machine(entity), entity, after, limit);
  }

  @SuppressWarnings("unchecked") // what an entity wrote is what its own machine decided
  private <S, E> CompletionStage<ObjectNode> page(
      Machine<S, E> machine, Address entity, long after, int limit) {
    return reader
        .events(entity.kind().word() + "|" + entity.id(), 0)
        .map(envelope -> (E) envelope.event())
        .scan(
            new Replayed<S>(machine.empty(), List.of()),
            (before, event) -> before.next(machine.apply(before.state(), event)))
        .mapConcat(Replayed::added)
        .dropWhile(entry -> entry.position() <= after)
        .take(limit)
        .runWith(Sink.seq(), system)
        .thenApply(entries -> LogTail.json(entries, after));
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
