package org.mmm.live;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mmm.journal.Checkpoints;
import org.mmm.journal.JournalException;

/** Checkpoints that two nodes share, as a store keeps them; it can fail. */
final class KeptInMemory implements Checkpoints {
  private final Map<String, Begun> rooms = new ConcurrentHashMap<>();
  final AtomicBoolean away = new AtomicBoolean();

  @Override
  public CompletionStage<Begun> begin(String room) {
    if (away.get()) return CompletableFuture.failedFuture(new JournalException("away", null));
    return CompletableFuture.completedFuture(
        rooms.merge(
            room,
            new Begun(1, new byte[0]),
            (known, fresh) -> new Begun(known.incarnation() + 1, known.positions())));
  }

  @Override
  public CompletionStage<Void> keep(String room, long incarnation, byte[] positions) {
    if (away.get()) return CompletableFuture.failedFuture(new JournalException("away", null));
    rooms.computeIfPresent(
        room,
        (id, known) ->
            known.incarnation() == incarnation ? new Begun(incarnation, positions) : known);
    return CompletableFuture.completedFuture(null);
  }
}
