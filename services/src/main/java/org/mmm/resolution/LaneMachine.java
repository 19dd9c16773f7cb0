package org.mmm.resolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.intent.Intents;
import org.mmm.intent.Performed;
import org.mmm.item.Counting;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.rights.Line;

/**
 * A lane of letters to another M-Instance: performs, for Processes of this one, what is performed
 * there. A letter is written down before it leaves, and ends when the other M-Instance has said
 * what became of it; one that never left ends when its time is over.
 */
public final class LaneMachine implements Machine<LaneState, LaneEvent> {
  private static final String LOG = "log";
  private static final String PERSONA = "Persona";

  private final Address self;
  private final String peer;
  private final ResolutionSettings settings;

  /** For {@code service/RESOLUTION/<M-Instance>/<lane>}. */
  public LaneMachine(Address self, ResolutionSettings settings) {
    this.self = self;
    this.peer = Resolution.letters(self).orElseThrow();
    this.settings = settings;
  }

  @Override
  public LaneState empty() {
    return LaneState.EMPTY;
  }

  @Override
  public LaneState apply(LaneState lane, LaneEvent event) {
    return lane.apply(event);
  }

  @Override
  public boolean busy(LaneState lane) {
    return !lane.letters().isEmpty();
  }

  @Override
  public Outcome<LaneEvent> on(LaneState lane, Message message, Moment now) {
    if (message instanceof Message.Request m) return request(lane, m.call().at(now), now);
    if (message instanceof Message.Leaving m) return leaving(lane, m.letters());
    if (message instanceof Message.Returned m) return returned(lane, m, now);
    if (message instanceof Message.Lapsed m) return lapsed(lane, m.letter(), now);
    if (message instanceof Message.Read m) return read(lane, m.query(), now);
    return Outcome.nothing();
  }

  @Override
  public Map<String, Response> wakes(LaneState before, LaneState after, Set<String> keys) {
    return keys.contains(LOG) && after.log().last() > before.log().last()
        ? Map.of(LOG, new Response.View(after.log().view(before.log().last(), 1_000)))
        : Map.of();
  }

  /** The ladder: known already? spoken with? its Items? room? Then it is taken. */
  private Outcome<LaneEvent> request(LaneState lane, Call call, Moment now) {
    Outcome<LaneEvent> outcome = Outcome.nothing();
    Optional<Reply> stored = lane.answers().find(call.id());
    if (stored.isPresent()) return outcome.send(answer(call, stored.get()));
    Optional<Letter> letter = lane.of(call.id());
    if (letter.isPresent()) return goOn(letter.get(), call, now); // it is on its way
    if (call.dryRun()) {
      return outcome.tried(
          call, refusal(call, Reason.UNABLE, "a trial does not leave this M-Instance"));
    }
    if (lane.answers().past(call.id())) return outcome; // a straggler
    boolean acquires = Acquiring.asks(call);
    if (call.settle()) {
      Send undo = acquires ? Acquiring.undo(self, call) : null;
      if (undo != null) return outcome.send(undo);
      return end(0, call, refusal(call, Reason.UNABLE, "never left: it ran out"), now);
    }
    if (!settings.on()) {
      String off = "this M-Instance speaks with no other: its operator sets mmm.federation.id";
      return end(0, call, refusal(call, Reason.INC_ID, off), now);
    }
    if (peer.equals(settings.self())) {
      String here = peer + " is this M-Instance: say the name without it";
      return end(0, call, refusal(call, Reason.FAULTY_PA, here), now);
    }
    Optional<Finding> known = call.found(Question.PEER);
    if (known.isEmpty()) {
      return outcome.send(Message.consult(self, Resolution.peers(), Question.PEER, call, null));
    }
    if (known.get().status() instanceof PaStatus.Err err) {
      return end(0, call, refusal(call, err.reason(), err.detail()), now);
    }
    for (String item : taken(call)) {
      Optional<Finding> use = call.found(Question.USE, item);
      if (use.isEmpty()) {
        String stays = staysHere(call, item);
        if (stays != null) return end(0, call, refusal(call, Reason.FAULTY_PA, stays), now);
        return outcome.send(Message.consult(self, Address.item(item), Question.USE, call, null));
      }
      if (use.get().status() instanceof PaStatus.Err err) {
        Reply no = refusal(call, err.reason(), err.detail()).with(use.get().derivation());
        return end(0, call, no, now);
      }
    }
    if (acquires) {
      Send count = Acquiring.first(self, call);
      if (count != null) return outcome.send(count);
      Optional<Finding> room = Counting.taken(call);
      if (room.isPresent() && room.get().status() instanceof PaStatus.Err full) {
        Reply no = refusal(call, full.reason(), full.detail()).with(room.get().derivation());
        return end(0, call, no, now);
      }
    }
    if (lane.letters().size() >= settings.lettersAtMost()) {
      String full = settings.lettersAtMost() + " letters to " + peer + " wait in this lane already";
      return outcome.send(answer(call, refusal(call, Reason.UNABLE, full)));
    }
    return outcome.persist(new LaneEvent.Taken(letter(lane, call, now)));
  }

  /** What of this M-Instance has to go along. */
  private static List<String> taken(Call call) {
    String nil = call.action().complements().nil();
    return nil == null || RemoteName.is(nil) || !call.names().containsKey(nil)
        ? List.of()
        : List.of(nil);
  }

  /** Why that Item cannot go along; null if it can. */
  private static @Nullable String staysHere(Call call, String item) {
    Name name = call.names().get(item);
    boolean visits =
        switch (call.action().action()) {
          case MM_EMBED, MM_ADD, MM_MOVE -> true;
          default -> false;
        };
    return visits && name != null && name.dataType().equals(PERSONA)
        ? null
        : item + " stays in this M-Instance: a Persona can be placed in another one, and no more";
  }

  private Letter letter(LaneState lane, Call call, Moment now) {
    boolean waits = call.action().action() == Action.MM_SEND;
    long expires = waits ? now.millis() + settings.lifetime().toMillis() : call.notAfter();
    List<Carried> items = new ArrayList<>();
    for (String id : taken(call)) {
      JsonNode data = call.found(Question.USE, id).map(Finding::data).orElse(null);
      if (data == null) continue;
      items.add(new Carried(id, data.path("dataType").asText(), data.path("Data")));
    }
    Call bare =
        new Call(
            call.id(),
            call.action(),
            call.account(),
            call.names(),
            List.of(),
            call.grounds(),
            call.notAfter(),
            false,
            false,
            call.settledBelow(),
            List.of());
    return new Letter(
        lane.last() + 1,
        id(call.id()),
        bare,
        items,
        now.millis(),
        expires,
        false,
        false,
        Acquiring.asks(call),
        null,
        false);
  }

  private static String id(CallId call) {
    String id = Intents.actionId(call.subject(), call.seq());
    return call.part() == 0 ? id : id + "." + call.part();
  }

  private static Outcome<LaneEvent> leaving(LaneState lane, List<Long> numbers) {
    List<Long> some =
        numbers.stream()
            .filter(n -> lane.letters().containsKey(n) && !lane.letters().get(n).left())
            .toList();
    Outcome<LaneEvent> outcome = Outcome.nothing();
    return some.isEmpty() ? outcome : outcome.persist(new LaneEvent.Left(some));
  }

  private Outcome<LaneEvent> returned(LaneState lane, Message.Returned answer, Moment now) {
    Letter letter = lane.letters().get(answer.letter());
    if (letter == null) return Outcome.nothing();
    if (answer.settled()) {
      return letter.held() && answer.reply().status().acknowledged()
          ? Outcome.<LaneEvent>nothing().persist(new LaneEvent.Confirmed(letter.number()))
          : Outcome.nothing();
    }
    return letter.came() == null ? answered(letter, answer.reply(), now) : Outcome.nothing();
  }

  /** It ends so, once what follows from that is done here. */
  private Outcome<LaneEvent> answered(Letter letter, Reply reply, Moment now) {
    if (!letter.acquires()) return end(letter.number(), letter.call(), reply, now);
    Outcome<LaneEvent> next = goOn(letter.answered(reply), letter.call(), now);
    return Outcome.<LaneEvent>nothing()
        .persist(new LaneEvent.Came(letter.number(), reply))
        .persist(next.events())
        .send(next.sends());
  }

  /** What came with an answer gets its place here, step by step. */
  private Outcome<LaneEvent> goOn(Letter letter, Call call, Moment now) {
    Outcome<LaneEvent> outcome = Outcome.nothing();
    Reply came = letter.came();
    if (came == null || letter.held()) return outcome;
    Acquiring.Next next = Acquiring.next(self, letter, came, call, now);
    if (next.question() != null) return outcome.send(next.question());
    return next.end() == null ? outcome : end(letter.number(), letter.call(), next.end(), now);
  }

  @Override
  public List<Send> due(LaneState lane, Moment now) {
    List<Send> due = new ArrayList<>();
    for (Letter letter : lane.letters().values()) {
      due.addAll(goOn(letter, letter.call(), now).sends());
    }
    return due;
  }

  private Outcome<LaneEvent> lapsed(LaneState lane, long number, Moment now) {
    Letter letter = lane.letters().get(number);
    if (letter == null || letter.left() || letter.came() != null) return Outcome.nothing();
    if (!letter.dropped() && now.millis() <= letter.expires()) return Outcome.nothing();
    String why = letter.dropped() ? "the operator dropped it" : peer + " could not be reached";
    return answered(letter, refusal(letter.call(), Reason.UNABLE, "never left: " + why), now);
  }

  /**
   * Kept for as long as the subject may ask, which is from now: a letter may have waited long after
   * its request ran out.
   */
  private static Outcome<LaneEvent> end(long letter, Call call, Reply reply, Moment now) {
    var performed =
        new Performed(
            call.id(),
            call.action(),
            reply,
            Math.max(call.notAfter(), now.millis()),
            call.settledBelow(),
            now.hlc());
    return Outcome.<LaneEvent>nothing()
        .persist(new LaneEvent.Ended(letter, performed))
        .send(answer(call, reply));
  }

  private static Send answer(Call call, Reply reply) {
    return new Send(call.id().subject(), new Message.Answer(call.id(), reply));
  }

  private Reply refusal(Call call, Reason reason, String detail) {
    Line line = new Line(self.id(), false, null, detail);
    return Reply.of(call, PaStatus.err(reason, detail)).with(List.of(line));
  }

  private Outcome<LaneEvent> read(LaneState lane, Query query, Moment now) {
    Outcome<LaneEvent> outcome = Outcome.nothing();
    if (query instanceof Query.Letters || query instanceof Query.SendLetters) {
      return outcome.respond(new Response.View(list(lane)));
    }
    if (query instanceof Query.DropLetter q) {
      Letter letter =
          lane.letters().values().stream()
              .filter(l -> l.id().equals(q.message()))
              .findFirst()
              .orElse(null);
      if (letter == null) {
        return outcome.respond(
            new Response.Refused(
                PaStatus.err(Reason.INC_ID, "no letter " + q.message() + " waits for " + peer)));
      }
      if (letter.held()) { // nothing is left to be undone; only that is not said any more
        return outcome
            .persist(new LaneEvent.Confirmed(letter.number()))
            .respond(new Response.View(json(letter.undone())));
      }
      LaneState after = lane.apply(new LaneEvent.Dropped(letter.number()));
      Outcome<LaneEvent> ended = lapsed(after, letter.number(), now);
      return outcome
          .persist(new LaneEvent.Dropped(letter.number()))
          .persist(ended.events())
          .send(ended.sends())
          .respond(new Response.View(json(letter.undone())));
    }
    if (query instanceof Query.Activity q) {
      return q.waiting() && lane.log().last() <= q.after()
          ? outcome.await(LOG)
          : outcome.respond(new Response.View(lane.log().view(q.after(), q.limit())));
    }
    return outcome;
  }

  private static ObjectNode list(LaneState lane) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode all = view.putArray("letters");
    lane.letters().values().forEach(letter -> all.add(json(letter)));
    return view;
  }

  private static ObjectNode json(Letter letter) {
    var action = letter.call().action();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("message", letter.id()).put("source", letter.source());
    json.put("action", action.action().nameIn(action.edition()));
    json.put("destination", letter.destination());
    json.put("issued", Instant.ofEpochMilli(letter.issued()).toString());
    json.put("expires", Instant.ofEpochMilli(letter.expires()).toString());
    json.put("left", letter.left());
    if (letter.dropped()) json.put("dropped", true);
    if (letter.held()) json.put("held", true);
    return json;
  }
}
