package org.mmm.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.mmm.action.MmmService;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;

/**
 * Which Processes are in session at this node: with an open WebSocket, or by a request not long
 * ago. Tells the Activity Service that a Process still is, and when its last session has ended.
 * Nothing here is stored: what a node forgets when it is killed, the Activity Service finds out by
 * hearing of it no more.
 */
final class Sessions {
  /** So often the Activity Service is told that a Process is still in session. */
  private static final Duration TOLD_EVERY = Duration.ofMinutes(4);

  /** So many Processes are told of in one round; the others in the next. */
  private static final int TOLD_AT_ONCE = 200;

  /** How many rounds there are in the time after which a Process is absent. */
  private static final int ROUNDS = 12;

  /**
   * The sessions of one Process.
   *
   * @param sockets open WebSockets
   * @param last when it was heard of last, epoch milliseconds
   * @param told when the Activity Service was told last, 0 if never
   */
  private record Session(int sockets, long last, long told) {}

  private final Map<String, Session> byProcess = new ConcurrentHashMap<>();
  private final Gateway gateway;
  private final Ambient ambient;
  private final EdgeSettings settings;

  Sessions(Gateway gateway, Ambient ambient, EdgeSettings settings) {
    this.gateway = gateway;
    this.ambient = ambient;
    this.settings = settings;
  }

  /** Goes round until it is cancelled. */
  Cancellable start(ActorSystem<?> system) {
    Duration every = settings.absentAfter().dividedBy(ROUNDS);
    return system
        .scheduler()
        .scheduleWithFixedDelay(every, every, this::round, system.executionContext());
  }

  /** A request came with a token of that Process. */
  void heardOf(String process) {
    change(process, 0);
  }

  void opened(String process) {
    change(process, 1);
  }

  void closed(String process) {
    change(process, -1);
  }

  int size() {
    return byProcess.size();
  }

  private void change(String process, int sockets) {
    long now = ambient.millis();
    byProcess.compute(
        process,
        (id, before) -> {
          if (before != null) {
            int open = Math.max(0, before.sockets() + sockets);
            return new Session(open, Math.max(now, before.last()), before.told());
          }
          boolean full = byProcess.size() >= settings.callersRemembered();
          return full ? null : new Session(Math.max(0, sockets), now, 0);
        });
  }

  private void round() {
    long now = ambient.millis();
    int told = 0;
    for (var entry : byProcess.entrySet()) {
      if (told >= TOLD_AT_ONCE) return;
      Session session = entry.getValue();
      long quiet = session.sockets() > 0 ? 0 : now - session.last();
      if (quiet >= settings.absentAfter().toMillis()) {
        tellQuiet(entry.getKey(), session);
        told++;
      } else if (now - session.told() >= TOLD_EVERY.toMillis()) {
        byProcess.replace(
            entry.getKey(), session, new Session(session.sockets(), session.last(), now));
        gateway.read(part(entry.getKey()), new Query.InSession());
        told++;
      }
    }
  }

  /** Until the Activity Service says that it is absent; a journal that is gone takes it later. */
  private void tellQuiet(String process, Session session) {
    gateway
        .read(part(process), new Query.Quiet(settings.absentAfter().toMillis()))
        .thenAccept(
            response -> {
              if (response instanceof Response.View view && isAbsent(view.body())) {
                byProcess.remove(process, session);
              }
            });
  }

  private static boolean isAbsent(JsonNode told) {
    return !told.path("Present").asBoolean();
  }

  private static Address part(String process) {
    return Address.service(MmmService.ACTIVITY, process);
  }
}
