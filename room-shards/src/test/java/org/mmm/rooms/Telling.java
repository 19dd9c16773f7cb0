package org.mmm.rooms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Frame;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;

/** The words in which the tests tell their stories. */
public final class Telling {
  public static final long NOON = 1_700_000_000_000L;
  static final Moment NOW = Moment.of(new Hlc(NOON, 0));
  public static final CallId BEGINNING = new CallId(new Address(Address.Kind.WORLD, "world"), 1, 0);

  private Telling() {}

  static Moment after(long millis) {
    return Moment.of(new Hlc(NOON + millis, 0));
  }

  /** {@code User MM-Embeds item At place}, its seq-th request. */
  public static Call embeds(String user, long seq, String item, String place) {
    return call(user, seq, Action.MM_EMBED, Complements.nil(item).withAt(place));
  }

  static Call call(String user, long seq, Action action, Complements complements) {
    return new Call(
        new CallId(Address.process(user), seq, 0),
        new ProcessAction(user, action, Edition.ARC_1_2, complements),
        user + "'s Account",
        Map.of(),
        List.of("Data-000000000000"),
        Grounds.NONE,
        NOON + 30_000,
        false,
        false,
        0,
        List.of());
  }

  public static Call asking(Call call, CallId id) {
    return new Call(
        id,
        call.action(),
        call.account(),
        call.names(),
        call.fresh(),
        call.grounds(),
        call.notAfter(),
        call.settle(),
        call.dryRun(),
        call.settledBelow(),
        call.findings());
  }

  /** That runs out then. */
  static Call asking(Call call, long notAfter) {
    return new Call(
        call.id(),
        call.action(),
        call.account(),
        call.names(),
        call.fresh(),
        call.grounds(),
        notAfter,
        call.settle(),
        call.dryRun(),
        call.settledBelow(),
        call.findings());
  }

  static Call on(Grounds grounds, Call call) {
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

  static Call dry(Call call) {
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

  static Call settledBelow(long mark, Call call) {
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

  static Call naming(Map<String, Name> names, Call call) {
    return new Call(
        call.id(),
        call.action(),
        call.account(),
        names,
        call.fresh(),
        call.grounds(),
        call.notAfter(),
        call.settle(),
        call.dryRun(),
        call.settledBelow(),
        call.findings());
  }

  public static Args.Founding place(
      String dataType, String owner, boolean open, double side, int takes) {
    return new Args.Founding(
        dataType, owner, "", open, true, side, takes, null, null, null, null, List.of(), null);
  }

  public static Args.Admission persona(String item) {
    return new Args.Admission(item, "Persona", "", 0, null, false, null, null, null);
  }

  static Args.Admission solid(String item, double side, @Nullable Attitude at) {
    return new Args.Admission(item, "Room", "", side, at, false, null, null, null);
  }

  public static Args.Admission at(double x, double y, double z, Args.Admission wish) {
    return new Args.Admission(
        wish.item(),
        wish.dataType(),
        wish.owner(),
        wish.side(),
        new Attitude(x, y, z, 0, 0, 0),
        wish.putOut(),
        wish.since(),
        wish.otherwise(),
        wish.appearance());
  }

  public static Args.Admission standingSince(CallId since, Args.Admission wish) {
    return new Args.Admission(
        wish.item(),
        wish.dataType(),
        wish.owner(),
        wish.side(),
        wish.attitude(),
        wish.putOut(),
        since,
        wish.otherwise(),
        wish.appearance());
  }

  static Args.Admission putOut(Args.Admission wish) {
    return new Args.Admission(
        wish.item(),
        wish.dataType(),
        wish.owner(),
        wish.side(),
        wish.attitude(),
        true,
        wish.since(),
        wish.otherwise(),
        wish.appearance());
  }

  /** Asked by the Item that is the direct object. */
  public static Message.Consult consult(Question question, Call call, @Nullable Args args) {
    Address item = Address.item(String.valueOf(call.action().complements().nil()));
    return new Message.Consult(question, call, args, List.of(new Frame(item, null, null)));
  }
}
