package org.mmm.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.directory.Buckets;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Ask;
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
import org.mmm.kernel.Reply;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

/**
 * Applies a world file once: statement by statement, each name claimed and then founded, as a
 * subject of its own whose sequence numbers are those of the statements. What is unanswered is
 * repeated.
 */
public final class WorldMachine implements Machine<WorldState, WorldEvent> {
  private static final Address SELF = WorldAsk.WORLD;
  private static final String APPLIED = "applied";

  /** Far enough never to come, near enough to be added to. */
  private static final long NEVER = Long.MAX_VALUE / 2;

  @Override
  public WorldState empty() {
    return WorldState.EMPTY;
  }

  @Override
  public WorldState apply(WorldState state, WorldEvent event) {
    return state.apply(event);
  }

  @Override
  public boolean busy(WorldState state) {
    return state.next().isPresent();
  }

  @Override
  public List<Send> due(WorldState state, Moment now) {
    return step(state).stream().toList();
  }

  @Override
  public Outcome<WorldEvent> on(WorldState state, Message message, Moment now) {
    if (message instanceof Message.Submit submit) return submitted(state, submit.ask(), now);
    if (message instanceof Message.Request request) return found(state, request.call(), now);
    if (message instanceof Message.Read read) {
      return Outcome.<WorldEvent>nothing().respond(read(state, read.query()));
    }
    return Outcome.nothing();
  }

  private Outcome<WorldEvent> submitted(WorldState state, Ask ask, Moment now) {
    WorldAsk asked;
    try {
      asked = WorldAsk.of(ask.extra());
    } catch (IllegalArgumentException e) {
      String why = e.getMessage() == null ? "no world" : e.getMessage();
      return refuse(ask, Reason.FAULTY_PA, why);
    }
    WorldFile before = state.file();
    if (before == null) return begin(state, asked.file(), now);
    if (before.equals(asked.file())) {
      if (state.complete()) return Outcome.<WorldEvent>nothing().respond(done(ask, PaStatus.ACK));
      return state.stopped() == null
          ? Outcome.<WorldEvent>nothing().await(APPLIED)
          : begin(state, asked.file(), now);
    }
    Optional<String> against = against(state, before, asked);
    return against.isPresent()
        ? refuse(ask, Reason.CLASH, against.get())
        : begin(state, asked.file(), now);
  }

  /** Why this file cannot take the place of the one before. */
  private static Optional<String> against(WorldState state, WorldFile before, WorldAsk asked) {
    if (!asked.add()) {
      return Optional.of(
          "this M-Instance began as the world "
              + WorldFileReader.hash(before)
              + ", the file given is "
              + WorldFileReader.hash(asked.file())
              + "; start with the file it began with, or give --world-apply, which adds what is"
              + " new and deletes nothing");
    }
    if (!before.mInstance().equals(asked.file().mInstance())) {
      return Optional.of(
          "this is M-Instance "
              + before.mInstance()
              + ", the file is for "
              + asked.file().mInstance());
    }
    if (!state.complete()) {
      return Optional.of("the world is still being applied; give the other file when it is done");
    }
    for (Statement s : Statements.of(asked.file())) {
      String digest = state.done().get(s.name());
      if (digest != null && !digest.equals(WorldFileReader.hash(s))) {
        return Optional.of(
            s.name() + " is there already and is another here; --world-apply only adds");
      }
    }
    return Optional.empty();
  }

  private static Outcome<WorldEvent> begin(WorldState state, WorldFile file, Moment now) {
    var began = new WorldEvent.Began(file, now.hlc());
    Outcome<WorldEvent> outcome = Outcome.<WorldEvent>nothing().persist(began).await(APPLIED);
    return goOn(state.apply(began), outcome);
  }

  /** The ladder of one statement: its name, then itself, then the next one. */
  private static Outcome<WorldEvent> found(WorldState state, Call call, Moment now) {
    Optional<Statement> next = state.next();
    if (next.isEmpty() || call.id().seq() != state.lastSeq() + 1) return Outcome.nothing();
    Statement s = next.get();
    Optional<Finding> claimed = call.found(Question.CLAIM);
    if (claimed.isEmpty()) return Outcome.nothing();
    if (claimed.get().status() instanceof PaStatus.Err err) return stop(call, s, err, now);
    Optional<Finding> founded = call.found(Question.FOUND);
    if (founded.isEmpty()) {
      Address entity = s.as().address(s.name());
      return Outcome.<WorldEvent>nothing()
          .send(Message.consult(SELF, entity, Question.FOUND, call, s.founding()));
    }
    if (founded.get().status() instanceof PaStatus.Err err) return stop(call, s, err, now);
    var applied =
        new WorldEvent.Applied(call.id().seq(), s.name(), WorldFileReader.hash(s), now.hlc());
    return goOn(state.apply(applied), Outcome.<WorldEvent>nothing().persist(applied));
  }

  private static Outcome<WorldEvent> stop(Call call, Statement s, PaStatus.Err err, Moment now) {
    if (err.reason() == Reason.UNABLE) return Outcome.nothing(); // it is repeated
    PaStatus.Err why = PaStatus.err(err.reason(), "world file, " + s.name() + ": " + err.detail());
    return Outcome.<WorldEvent>nothing()
        .persist(new WorldEvent.Stopped(call.id().seq(), s.name(), why, now.hlc()))
        .wake(APPLIED, performed(why));
  }

  private static Outcome<WorldEvent> goOn(WorldState after, Outcome<WorldEvent> outcome) {
    Optional<Send> step = step(after);
    return step.isPresent()
        ? outcome.send(step.get())
        : outcome.wake(APPLIED, performed(PaStatus.ACK));
  }

  /** The first message of the statement that comes next. */
  private static Optional<Send> step(WorldState state) {
    return state
        .next()
        .map(
            s ->
                Message.consult(
                    SELF,
                    Buckets.of(s.name()),
                    Question.CLAIM,
                    call(state.lastSeq() + 1, s),
                    new Args.Claiming(s.name(), s.as())));
  }

  private static Call call(long seq, Statement s) {
    Map<String, Name> names = new HashMap<>();
    names.put(s.name(), s.as());
    @Nullable String place = s.founding().place();
    Complements said = Complements.nil(s.name());
    if (place != null) {
      names.put(place, new Name(Address.Kind.PLACE, "MLocation"));
      said = said.withAt(place);
    }
    boolean process = s.as().kind() == Address.Kind.PROCESS;
    Action verb = place != null ? Action.MM_ADD : process ? Action.REGISTER : Action.IDENTIFY;
    return new Call(
        new CallId(SELF, seq, 0),
        new ProcessAction(WorldFile.MANAGER, verb, Edition.ARC_1_2, said),
        "",
        names,
        List.of(),
        Grounds.NONE,
        NEVER,
        false,
        false,
        seq,
        List.of());
  }

  private static Response read(WorldState state, Query query) {
    if (!(query instanceof Query.Profile)) {
      return new Response.Refused(
          PaStatus.err(Reason.FAULTY_PA, "the world tells its profile, and nothing else"));
    }
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    WorldFile file = state.file();
    if (file != null) {
      view.put("MInstanceID", file.mInstance());
      view.put("MEnvironmentID", file.mEnvironment());
      view.put("Hash", WorldFileReader.hash(file));
      view.set("World", WorldFileReader.json(file));
    }
    view.put("Ready", state.complete());
    view.put("Done", state.done().size());
    view.put("Left", state.left());
    PaStatus.Err stopped = state.stopped();
    if (stopped != null) view.put("Stopped", stopped.detail());
    return new Response.View(view);
  }

  private static Outcome<WorldEvent> refuse(Ask ask, Reason reason, String detail) {
    return Outcome.<WorldEvent>nothing().respond(done(ask, PaStatus.err(reason, detail)));
  }

  private static Response done(Ask ask, PaStatus status) {
    return new Response.Performed(Intents.actionId(SELF, 0), Intents.plain(ask.action(), status));
  }

  private static Response performed(PaStatus status) {
    return new Response.Performed(
        Intents.actionId(SELF, 0),
        new Reply(status, WorldFile.MANAGER, Complements.NONE, false, List.of()));
  }
}
