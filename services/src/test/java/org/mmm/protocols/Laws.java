package org.mmm.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mmm.intent.IntentEvent;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.item.ItemEvent;
import org.mmm.kernel.Address;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.process.ProcessEvent;
import org.mmm.rooms.PlaceEvent;
import org.mmm.simulation.Simulation;

/** What is promised of every history, read from the logs and from what clients were told. */
final class Laws {
  private Laws() {}

  /** What holds at every moment. */
  static void always(Simulation before, Simulation now) {
    for (Address entity : now.addresses()) {
      List<?> log = now.log(entity);
      List<?> was = before.log(entity);
      assertThat(log.size())
          .as("the log of " + entity + " only grows")
          .isGreaterThanOrEqualTo(was.size());
      if (log.size() == was.size()) continue;
      switch (entity.kind()) {
        case PROCESS -> endsOnce(entity, log);
        case ITEM -> standsAndIsOwned(now, entity.id(), log);
        default -> {}
      }
      performsOnce(entity, log);
    }
  }

  /** What holds when nothing is left to be done. */
  static void atEnd(Simulation now) {
    for (Address entity : now.addresses()) {
      if (entity.kind() == Address.Kind.PROCESS) agrees(now, entity);
      if (entity.kind() == Address.Kind.PLACE) noSeatIsLeftBehind(now, entity);
      if (entity.kind() == Address.Kind.ITEM) {
        standsAndIsOwned(now, entity.id(), now.log(entity));
      }
    }
  }

  /** All that a client was told about one request is the same. */
  static void toldOnce(Simulation now, int client) {
    Set<PaStatus> told = new HashSet<>();
    for (Response r : now.responses(client)) told.add(status(r));
    assertThat(told).as("what client " + client + " was told").hasSize(1);
  }

  static boolean acknowledged(Simulation now, int client) {
    return now.responses(client).stream().anyMatch(r -> status(r).acknowledged());
  }

  static PaStatus status(Response response) {
    if (response instanceof Response.Performed p) return p.reply().status();
    if (response instanceof Response.Refused r) return r.status();
    throw new AssertionError("no answer to a Process Action: " + response);
  }

  /** Each request ends once: Ack, a refusal, or freed. */
  private static void endsOnce(Address process, List<?> log) {
    Set<Long> ended = new HashSet<>();
    for (Object event : log) {
      if (!(event instanceof ProcessEvent.Intent i)) continue;
      if (i.event() instanceof IntentEvent.Asked || i.event() instanceof IntentEvent.PartAnswered) {
        assertThat(ended)
            .as(process + " goes on with what has ended")
            .doesNotContain(i.event().seq());
      } else {
        assertThat(ended.add(i.event().seq())).as(process + " ends " + i.event()).isTrue();
      }
    }
  }

  /** Nothing is performed twice, nor performed and refused, by the same performer. */
  private static void performsOnce(Address entity, List<?> log) {
    Map<CallId, Reply> answered = new HashMap<>();
    for (Object event : log) {
      Performed p = performed(event);
      if (p == null) continue;
      Reply first = answered.putIfAbsent(p.id(), p.reply());
      assertThat(first).as(entity + " performs " + p.id() + " a second time").isNull();
    }
  }

  static @org.jspecify.annotations.Nullable Performed performed(Object event) {
    if (event instanceof ItemEvent.Answered a) return a.performed();
    if (event instanceof PlaceEvent.OfItem o) return performed(o.of());
    if (event instanceof ProcessEvent.Answered a) return a.performed();
    return null;
  }

  /** It stands in one place, which has a seat for it; it is handed on by its owner alone. */
  private static void standsAndIsOwned(Simulation now, String item, List<?> log) {
    String place = "";
    CallId since = null;
    String owner = "";
    for (Object event : log) {
      if (event instanceof ItemEvent.Founded e) {
        assertThat(owner).as(item + " is born once").isEmpty();
        owner = e.what().owner();
        place = e.what().place() == null ? "" : e.what().place();
        since = e.by();
      } else if (event instanceof ItemEvent.Moved e) {
        place = e.to();
        since = e.move();
      } else if (event instanceof ItemEvent.Transferred e) {
        assertThat(e.from()).as("provenance of " + item).isEqualTo(owner);
        owner = e.terms().buyer();
        if (e.terms().message() != null) place = ""; // it has left this M-Instance
      }
    }
    if (!place.isEmpty()) {
      Map<String, CallId> seats = seats(now.log(Address.place(place)));
      assertThat(seats.get(item)).as("seat of " + item + " in " + place).isEqualTo(since);
    }
  }

  /** Who has a seat in a place, and since which move; checks the capacity on the way. */
  static Map<String, CallId> seats(List<?> log) {
    Map<String, CallId> seats = new HashMap<>();
    int capacity = 0;
    for (Object event : log) {
      if (event instanceof PlaceEvent.OfItem o && o.of() instanceof ItemEvent.Founded f) {
        capacity = f.what().capacity();
      } else if (event instanceof PlaceEvent.Admitted a) {
        var seat = java.util.Objects.requireNonNull(a.told().seat());
        seats.put(seat.item(), seat.since());
      } else if (event instanceof PlaceEvent.SeatReleased r) {
        seats.remove(r.item());
      }
      if (capacity > 0) assertThat(seats.size()).as("seats").isLessThanOrEqualTo(capacity);
    }
    return seats;
  }

  private static void noSeatIsLeftBehind(Simulation now, Address place) {
    seats(now.log(place))
        .forEach(
            (item, since) -> {
              Address who =
                  now.addresses().contains(Address.item(item))
                      ? Address.item(item)
                      : Address.place(item);
              String stands = "";
              for (Object event : now.log(who)) {
                Object e = event instanceof PlaceEvent.OfItem o ? o.of() : event;
                if (e instanceof ItemEvent.Founded f && f.what().place() != null) {
                  stands = f.what().place();
                }
                if (e instanceof ItemEvent.Moved m) stands = m.to();
                if (e instanceof ItemEvent.Transferred t && t.terms().message() != null) {
                  stands = "";
                }
              }
              assertThat(stands)
                  .as("where " + item + " stands, seated in " + place)
                  .isEqualTo(place.id());
            });
  }

  /** What clients were told is what is written, and what performers have written. */
  private static void agrees(Simulation now, Address process) {
    Map<Long, Reply> ends = new HashMap<>();
    for (Object event : now.log(process)) {
      if (!(event instanceof ProcessEvent.Intent i)) continue;
      if (i.event() instanceof IntentEvent.Answered a) ends.put(a.seq(), a.reply());
      if (i.event() instanceof IntentEvent.Refused r) ends.put(r.seq(), r.reply());
      if (i.event() instanceof IntentEvent.Freed f) ends.put(f.seq(), f.reply());
    }
    Map<String, Reply> byId = new HashMap<>();
    ends.forEach((seq, reply) -> byId.put(Intents.actionId(process, seq), reply));
    for (int client = 1; client < 100; client++) {
      for (Response response : now.responses(client)) {
        if (!(response instanceof Response.Performed p)) continue;
        Reply end = byId.get(p.processActionId());
        boolean otherKey =
            p.reply().status() instanceof PaStatus.Err e
                && e.reason() == Reason.CLASH
                && e.detail().startsWith("the key ");
        if (end != null && !otherKey) {
          assertThat(p.reply().status())
              .as("client " + client + " of " + process)
              .isEqualTo(end.status());
        }
      }
    }
    for (Address performer : now.addresses()) {
      for (Object event : now.log(performer)) {
        Performed p = performed(event);
        if (p == null || !p.id().subject().equals(process) || p.id().part() != 0) continue;
        Reply end = ends.get(p.id().seq());
        assertThat(end).as(p.id() + ", performed by " + performer + ", is answered").isNotNull();
        assertThat(java.util.Objects.requireNonNull(end).status())
            .as("the end of " + p.id())
            .isEqualTo(p.reply().status());
      }
    }
  }
}
