package org.mmm.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.golden.Stored;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Moment;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;

@DisplayName("The form in which presence is stored never changes")
class ActivityGoldenTest {
  private static final Hlc AT = new Hlc(1_772_356_364_871L, 1);
  private static final Address SELF = Address.parse("service/ACTIVITY/Anna");

  @Test
  void ofEachEventAndOfTheState() throws IOException {
    var call = new CallId(Address.process("Anna"), 7, 0);
    List<ActivityEvent> events =
        List.of(
            new ActivityEvent.Received(call, "Message-0123456789ab", true, 3, AT),
            new ActivityEvent.Intended(asked()),
            new ActivityEvent.Seen(AT),
            new ActivityEvent.Left(AT));
    assertThat(events.stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactlyElementsOf(
            Arrays.stream(ActivityEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    ActivityState state = ActivityState.EMPTY;
    for (ActivityEvent event : events) {
      Stored.isAsItsFileSays(ActivityEvent.class, event);
      state = state.apply(SELF, event);
    }
    Stored.isAsItsFileSays(ActivityState.class, state);
  }

  private static org.mmm.intent.IntentEvent asked() {
    ProcessAction action =
        new ProcessAction(
            "ActivityService",
            Action.MM_SEND,
            Edition.ARC_1_2,
            Complements.nil("Message-ba9876543210").withTo("Anna"));
    Ask ask = new Ask("k1", "d1", action, Map.of(), List.of(), AT.millis(), false, null, null);
    return Intents.none().ask(SELF, ask, "", Grounds.NONE, null, Moment.of(AT)).events().get(0);
  }
}
