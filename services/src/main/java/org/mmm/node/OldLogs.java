package org.mmm.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.mmm.journal.JournalReader;
import org.mmm.kernel.Address;
import org.mmm.log.LogEntry;
import org.mmm.log.LogTail;
import org.mmm.process.ProcessEvent;
import org.mmm.process.ProcessMachine;
import org.mmm.process.ProcessState;

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
    ProcessMachine machine = table.process(entity);
    return reader
        .events(entity.kind().word() + "|" + entity.id(), 0)
        .map(envelope -> (ProcessEvent) envelope.event())
        .scan(
            new Replayed(machine.empty(), List.of()),
            (before, event) -> before.next(machine, event))
        .mapConcat(Replayed::added)
        .dropWhile(entry -> entry.position() <= after)
        .take(limit)
        .runWith(Sink.seq(), system)
        .thenApply(entries -> LogTail.json(entries, after));
  }

  /** The state after one event more, and what that event added to the log. */
  private record Replayed(ProcessState state, List<LogEntry> added) {
    Replayed next(ProcessMachine machine, ProcessEvent event) {
      ProcessState after = machine.apply(state, event);
      return new Replayed(
          after, new ArrayList<>(after.log().after(state.log().last(), LogTail.KEPT)));
    }
  }
}
