package org.mmm.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;

@DisplayName("The Activity Service, to which Anna sends Messages")
class ActivityMachineTest {
  static final Address ANNA = Address.process("Anna");
  static final Address MESSAGE = Address.item("Message-0123456789ab");
  static final long HORIZON = 1_000;

  private final ActivityMachine machine =
      new ActivityMachine(Address.parse("service/ACTIVITY/Anna"));
  private ActivityState state = machine.empty();
  private int written;

  @Test
  void marksWhoSendsAnythingAndUnmarksWhoSaysAbsent() {
    assertThat(state.present()).isFalse();
    assertThat(delivered(deliver(1, "present", 0)).acknowledged()).isTrue();
    assertThat(state.present()).isTrue();
    deliver(2, " Absent ", 0);
    assertThat(state.present()).isFalse();
  }

  @Test
  void doesNotMindAMessageThatComesAgainLate() {
    deliver(1, "present", 0);
    deliver(2, "absent", 0);
    deliver(1, "present", 0);
    assertThat(state.present()).isFalse();
  }

  @Test
  void forgetsWhoWasNotInSessionForThatLong() {
    deliver(1, "present", 0);
    assertThat(read(new Query.Quiet(60_000), 59_999)).isTrue(); // it came just now
    assertThat(read(new Query.Quiet(60_000), 60_000)).isFalse();
    assertThat(read(new Query.InSession(), 60_001)).isFalse(); // only a Message marks it again
    deliver(2, "present", 500);
    assertThat(read(new Query.InSession(), 60_002)).isTrue();
  }

  @Test
  void forgetsAfterAWhileWhomItHearsNothingOf() {
    deliver(1, "present", 0);
    long half = ActivityState.HOLDS_MILLIS / 2;
    assertThat(read(new Query.InSession(), half)).isTrue();
    assertThat(read(new Query.InSession(), 3 * half - 1)).isTrue();
    assertThat(read(new Query.InSession(), 3 * half - 1 + 2 * half)).isFalse();
  }

  @Test
  void writesOfASessionOnlyWhatItNeeds() {
    deliver(1, "present", 0);
    int before = written;
    for (int second = 0; second < 60; second++) read(new Query.InSession(), second * 1_000);
    assertThat(written).isEqualTo(before);
    read(new Query.InSession(), ActivityState.HOLDS_MILLIS / 2);
    assertThat(written).isEqualTo(before + 1);
  }

  @Test
  void takesNothingForARequestThatRanOut() {
    assertThat(delivered(deliver(1, "present", HORIZON + 1)).acknowledged()).isFalse();
    assertThat(state.present()).isFalse();
  }

  @Test
  void asksThePartOfTheProcessThatAnnaAsksAbout() {
    List<Send> sends = deliver(1, "Is Bruno on MMM?", 0);
    assertThat(sends)
        .singleElement()
        .matches(s -> s.to().equals(Address.parse("service/ACTIVITY/Bruno")));
    assertThat(state.received()).isEmpty();
  }

  @Test
  void answersOnceByAMessageAndMarksNobody() {
    var asked = (Message.Consult) deliver(1, "Is Bruno on MMM?", 0).get(0).message();
    Message told =
        asked
            .answer(Finding.yes(Question.PRESENT, "ACTIVITY/Bruno").with(BooleanNode.valueOf(true)))
            .message();
    List<Send> sends = send(told, 0);
    assertThat(delivered(sends).acknowledged()).isTrue();
    Message.Request request =
        sends.stream()
            .filter(
                s ->
                    s.message() instanceof Message.Request r
                        && r.call().action().source().equals("ActivityService"))
            .map(s -> (Message.Request) s.message())
            .findFirst()
            .orElseThrow();
    assertThat(request.call().action().action()).isEqualTo(Action.MM_SEND);
    assertThat(request.call().action().complements().to()).containsExactly("Anna");
    assertThat(request.call().action().complements().with().toString()).contains("yes");
    assertThat(state.present()).isFalse();
    assertThat(send(told, 0)).hasSize(1); // the delivery is confirmed again, nothing is sent again
  }

  private List<Send> deliver(long seq, String text, long millis) {
    ProcessAction action =
        new ProcessAction(
            "Anna",
            Action.MM_SEND,
            Edition.ARC_1_2,
            Complements.nil(MESSAGE.id()).withTo("ActivityService"));
    Call call =
        new Call(
            new CallId(ANNA, seq, 0),
            action,
            "",
            Map.of(),
            List.of(),
            Grounds.NONE,
            HORIZON,
            false,
            false,
            0,
            List.of());
    var content = org.mmm.items.Message.of(text).json();
    var delivery = new Args.Delivery(MESSAGE.id(), "Message", "Anna", 0, new With.Inline(content));
    return send(
        Message.consult(
                MESSAGE, Address.parse("service/ACTIVITY/Anna"), Question.DELIVER, call, delivery)
            .message(),
        millis);
  }

  private List<Send> send(Message message, long millis) {
    return tell(message, millis).sends();
  }

  private Outcome<ActivityEvent> tell(Message message, long millis) {
    var outcome = machine.on(state, message, Moment.of(new Hlc(millis, 0)));
    List<ActivityEvent> events = new ArrayList<>(outcome.soon());
    events.addAll(outcome.events());
    for (ActivityEvent e : events) state = machine.apply(state, e);
    written += events.size();
    return outcome;
  }

  /** Whether it says that Anna is present. */
  private boolean read(Query query, long millis) {
    if (tell(new Message.Read(query), millis).response() instanceof Response.View view) {
      return view.body().path("Present").booleanValue();
    }
    throw new AssertionError("no answer to " + query);
  }

  /** What the Message is told, by the name under which it asked for the Service. */
  private static PaStatus delivered(List<Send> sends) {
    return sends.stream()
        .filter(s -> s.to().equals(MESSAGE))
        .map(s -> ((Message.Request) s.message()).call())
        .map(c -> c.found(Question.DELIVER, "ActivityService").orElseThrow().status())
        .findFirst()
        .orElseThrow();
  }
}
