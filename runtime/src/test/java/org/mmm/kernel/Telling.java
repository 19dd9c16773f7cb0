package org.mmm.kernel;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.items.DeonticVerb;
import org.mmm.items.Level;
import org.mmm.kernel.Address.Kind;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;
import org.mmm.rights.Pattern;
import org.mmm.rights.Right;
import org.mmm.rights.Stamp;

/** The words in which the tests of the runtime tell their stories: Anna and Bruno share a world. */
public final class Telling {
  public static final long NOON = 1_767_355_200_000L; // 2026-01-02T12:00Z
  public static final Moment NOW = after(0);
  public static final Address WORLD = new Address(Kind.WORLD, "world");
  public static final CallId BEGINNING = new CallId(WORLD, 1, 0);
  public static final String FRESH = "Stream-000000000001";

  /** What the names of these stories were claimed for. */
  public static final Map<String, Name> NAMES =
      Map.ofEntries(
          entry("Anna", new Name(Kind.PROCESS, "User")),
          entry("Bruno", new Name(Kind.PROCESS, "User")),
          entry("Carla", new Name(Kind.PROCESS, "User")),
          entry("AnnasDevice", new Name(Kind.PROCESS, "Device")),
          entry("Persona1", new Name(Kind.ITEM, "Persona")),
          entry("Stream1", new Name(Kind.ITEM, "Stream")),
          entry("Data1", new Name(Kind.ITEM, "Data")),
          entry("Desk1", new Name(Kind.ITEM, "ULocation")),
          entry("Square", new Name(Kind.PLACE, "MLocation")),
          entry("Room1", new Name(Kind.PLACE, "Room")),
          entry("Room2", new Name(Kind.PLACE, "Room")));

  private static final JsonMapper JSON = new JsonMapper();

  private Telling() {}

  public static Moment after(long millis) {
    return Moment.of(new Hlc(NOON + millis, 0));
  }

  /** What that User asks, as its seq-th request. It runs out 30 s after noon. */
  public static Call call(String user, long seq, Action action, Complements said) {
    return new Call(
        new CallId(Address.process(user), seq, 0),
        asks(user, action, said),
        user + "'s Account",
        NAMES,
        List.of(FRESH),
        Grounds.NONE,
        NOON + 30_000,
        false,
        false,
        0,
        List.of());
  }

  public static ProcessAction asks(String user, Action action, Complements said) {
    Edition edition = action.in(Edition.ARC_1_2) ? Edition.ARC_1_2 : Edition.TEC_2_2;
    return new ProcessAction(user, action, edition, said);
  }

  public static Call on(Grounds grounds, Call call) {
    return new Call(
        call.id(),
        call.action(),
        call.account(),
        call.names(),
        call.fresh(),
        grounds,
        call.notAfter(),
        call.settle(),
        call.dryRun(),
        call.settledBelow(),
        call.findings());
  }

  public static Call dry(Call call) {
    return new Call(
        call.id(),
        call.action(),
        call.account(),
        call.names(),
        call.fresh(),
        call.grounds(),
        call.notAfter(),
        call.settle(),
        true,
        call.settledBelow(),
        call.findings());
  }

  public static Call settledBelow(long mark, Call call) {
    return new Call(
        call.id(),
        call.action(),
        call.account(),
        call.names(),
        call.fresh(),
        call.grounds(),
        call.notAfter(),
        call.settle(),
        call.dryRun(),
        mark,
        call.findings());
  }

  /** How an Item or Process of that owner came into being; it is not public. */
  public static Args.Founding born(String dataType, String owner) {
    return born(dataType, owner, List.of());
  }

  public static Args.Founding born(String dataType, String owner, List<Right> rights) {
    return new Args.Founding(
        dataType,
        owner,
        owner + "'s Account",
        false,
        false,
        0,
        0,
        null,
        null,
        null,
        null,
        rights,
        "token1");
  }

  /** A May that Anna gave while she was the first owner of that entity. */
  public static Right mayOf(String entity, Action action, Complements said) {
    return right("Right-" + entity, DeonticVerb.MAY, "Anna", entity, action, said);
  }

  public static Right right(
      String id, DeonticVerb verb, String giver, String entity, Action action, Complements said) {
    return new Right(
        id, verb, Level.GRANTED, Pattern.of(action, said), null, giver, new Stamp(entity, 0), NOON);
  }

  public static With inline(String json) {
    return new With.Inline(object(json));
  }

  public static With named(String id) {
    return new With.Named(id, false);
  }

  /** JSON, in which single quotes stand for double ones. */
  public static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  /** Asked by the entity that performs the call. */
  public static Message.Consult consult(
      Question question, Address performer, Call call, @Nullable Args args) {
    return new Message.Consult(question, call, args, List.of(new Frame(performer, null, null)));
  }
}
