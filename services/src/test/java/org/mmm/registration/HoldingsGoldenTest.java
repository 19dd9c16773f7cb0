package org.mmm.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.golden.Stored;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;
import org.mmm.rights.Quotas;

@DisplayName("The form in which the count of what an Account owns is stored never changes")
class HoldingsGoldenTest {
  private static final Address SELF = Address.parse("service/RIGHTS/Account-1");
  private static final Address AUTHOR = Address.parse("service/AUTHOR/Room-1");
  private static final Args.Counting PLACE = new Args.Counting(1, 1, false);
  private static final Moment NOW = Moment.of(new Hlc(1_772_356_364_871L, 1));

  /** Of an Account that may own one place. */
  private final HoldingsMachine machine =
      new HoldingsMachine(SELF, new Quotas(3, 1, 1, 1, 1, 1, 1, 1, 1, 1));

  @Test
  void ofEachEventAndOfTheState() throws IOException {
    HoldingsState state = machine.empty();
    List<String> seen = new ArrayList<>();
    // The second place is one too many, and the first is given back.
    for (Message.Consult each :
        List.of(ask(Question.COUNT, 1), ask(Question.COUNT, 2), ask(Question.UNCOUNT, 1))) {
      for (HoldingsEvent event : machine.on(state, each, NOW).events()) {
        Stored.isAsItsFileSays(HoldingsEvent.class, event);
        seen.add(event.getClass().getSimpleName());
        state = machine.apply(state, event);
      }
    }
    Stored.isAsItsFileSays(HoldingsState.class, state);
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(HoldingsEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
  }

  private static Message.Consult ask(Question question, long seq) {
    Call call =
        new Call(
            new CallId(Address.process("User-1"), seq, 0),
            new ProcessAction("User-1", Action.AUTHOR, Edition.TEC_2_2, Complements.NONE),
            "Account-1",
            Map.of(),
            List.of(),
            Grounds.NONE,
            NOW.millis(),
            false,
            false,
            0,
            List.of());
    return (Message.Consult) Message.consult(AUTHOR, SELF, question, call, PLACE).message();
  }
}
