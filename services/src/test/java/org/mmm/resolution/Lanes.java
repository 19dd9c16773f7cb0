package org.mmm.resolution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.intent.Abroad;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;

/** A lane of letters to beta, of one User of alpha, and what is said to it. */
final class Lanes {
  static final long NOON = 1_772_356_364_871L;
  static final String PEER = "beta.example";
  static final ResolutionSettings SETTINGS =
      new ResolutionSettings("alpha.example", "friend.example"::equals, Duration.ofHours(48), 3, 4);
  static final Address SELF = Abroad.lane(PEER, "User1");

  final LaneMachine machine = new LaneMachine(SELF, SETTINGS);
  LaneState state = machine.empty();

  static Moment at(long millis) {
    return Moment.of(new Hlc(millis, 1));
  }

  static Call call(long seq) {
    return call(seq, Action.MM_SEND, Complements.nil("Message" + seq).withTo("User2@" + PEER));
  }

  static Call call(long seq, Action action, Complements complements) {
    return new Call(
        new CallId(Address.process("User1"), seq, 0),
        new ProcessAction("User1", action, Edition.TEC_2_2, complements),
        "Account-1",
        Map.of("User2@" + PEER, new Name(Address.Kind.PROCESS, "User")),
        List.of(),
        Grounds.NONE,
        NOON + 10_000,
        false,
        false,
        0,
        List.of());
  }

  /** As it comes back from the list of M-Instances, which says yes. */
  static Call allowed(Call call) {
    return call.with(Finding.yes(Question.PEER, PEER));
  }

  Outcome<LaneEvent> says(Message message, long millis) {
    Outcome<LaneEvent> outcome = machine.on(state, message, at(millis));
    for (LaneEvent event : outcome.events()) state = machine.apply(state, event);
    return outcome;
  }

  Letter letter(long number) {
    return java.util.Objects.requireNonNull(state.letters().get(number));
  }

  /** Takes a letter. */
  Outcome<LaneEvent> takes(long seq) {
    return says(new Message.Request(allowed(call(seq))), NOON);
  }
}
