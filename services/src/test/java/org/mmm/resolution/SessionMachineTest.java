package org.mmm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Send;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Grounds;

@DisplayName("A session that Anna has opened, with Bob of beta and Carl invited,")
class SessionMachineTest {
  private static final String ID = "Resolution-0123456789ab";
  private static final String BOB = "Bob@beta.example";
  private static final Name USER = new Name(Address.Kind.PROCESS, "User");

  private final Address self = new Name(Address.Kind.SERVICE, Name.SESSION).address(ID);
  private final SessionMachine machine = new SessionMachine(self, ID, Lanes.SETTINGS);
  private final List<Send> sent = new ArrayList<>();
  private SessionState session = machine.empty();
  private long now = Lanes.NOON;
  private int calls;

  @BeforeEach
  void open() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    for (String partner : List.of(BOB, "Carl")) {
      request
          .withArray("Partners")
          .addObject()
          .putObject("MInstances")
          .putArray("Processes")
          .addObject()
          .put("ProcessID", partner);
    }
    resolves("Anna", null, "ProcAToResolARequest", request);
  }

  @Test
  @DisplayName("tells each what it is invited to")
  void invites() {
    assertThat(toldTo(BOB)).containsExactly("ResolBToProcessBRequest");
    assertThat(toldTo("Carl")).containsExactly("ResolBToProcessBRequest");
    assertThat(session.isIn("Anna")).isTrue();
    assertThat(session.isIn(BOB)).isFalse();
  }

  @Test
  @DisplayName("tells nobody the next thing before it has the one before")
  void oneByOne() {
    joins("Carl");
    says("Anna", "one");
    says("Anna", "two");
    assertThat(toldTo("Carl")).containsExactly("ResolBToProcessBRequest");
    received("Carl"); // the invitation
    assertThat(toldTo("Carl")).endsWith("ResolAToProcessAResponse");
    received("Carl"); // that it has joined
    assertThat(toldTo("Carl")).endsWith("one");
    received("Carl");
    assertThat(toldTo("Carl")).endsWith("one", "two");
  }

  @Test
  @DisplayName("forgets what all have who shall have it")
  void forgets() {
    joins("Carl");
    received("Carl");
    received("Carl");
    received("Anna");
    received(BOB);
    assertThat(session.said()).isEmpty();
    says("Anna", "one");
    assertThat(session.said()).hasSize(1);
    received("Carl");
    assertThat(session.said()).isEmpty();
  }

  @Test
  @DisplayName("says the same to one as to the other, whoever cannot be reached")
  void oneIsAway() {
    joins("Carl");
    joins(BOB);
    now += SessionView.UNREACHABLE_AFTER_MILLIS + 1;
    says("Anna", "one");
    for (int i = 0; i < 4; i++) received("Carl");
    assertThat(toldTo("Carl")).endsWith("one");
    assertThat(toldTo(BOB)).containsExactly("ResolBToProcessBRequest");
    assertThat(session.isIn(BOB)).isTrue();
  }

  @Test
  @DisplayName("hears what is sent to it once, however often it is sent")
  void once() {
    joins("Carl");
    Call call = call("Anna", Action.MM_SEND, Complements.nil("Message1").withTo(ID));
    tell(call, "one");
    tell(call, "one");
    assertThat(session.said().values().stream().filter(s -> s.content().has("text"))).hasSize(1);
  }

  @Test
  @DisplayName("ends by itself")
  void expires() {
    now += SessionMachine.LASTS_MILLIS + 1;
    assertThat(reason(joins(BOB))).isEqualTo(Reason.CLASH);
  }

  @Test
  @DisplayName("is nobody's to join who was not invited")
  void notInvited() {
    assertThat(reason(joins("Eve"))).isEqualTo(Reason.INC_ID);
    assertThat(reason(joins("Eve@beta.example"))).isEqualTo(Reason.INC_ID);
  }

  private Reply joins(String process) {
    return resolves(
        process, ID, "ProcessBToResolBResponse", JsonNodeFactory.instance.booleanNode(true));
  }

  private Reply resolves(
      String process,
      @org.jspecify.annotations.Nullable String nil,
      String stage,
      com.fasterxml.jackson.databind.JsonNode content) {
    ObjectNode item = JsonNodeFactory.instance.objectNode().put("Header", "MMM-RES-V2.2");
    item.putArray("Sequence").addObject().set(stage, content);
    Complements c = nil == null ? Complements.NONE : Complements.nil(nil);
    Call call = call(process, Action.RESOLVE, c.with(List.of(new With.Inline(item))));
    Outcome<SessionEvent> outcome = says(new Message.Request(call));
    return outcome.sends().stream()
        .filter(s -> s.message() instanceof Message.Answer a && a.id().equals(call.id()))
        .map(s -> ((Message.Answer) s.message()).reply())
        .findFirst()
        .orElseThrow();
  }

  private void says(String process, String text) {
    tell(call(process, Action.MM_SEND, Complements.nil("Message" + calls).withTo(ID)), text);
  }

  private void tell(Call call, String text) {
    var content = new With.Inline(JsonNodeFactory.instance.objectNode().put("text", text));
    var delivery = new Args.Delivery("Message1", "Message", call.subject(), 0, content);
    Send consult =
        Message.consult(Address.item("Message1"), self, Question.DELIVER, call, delivery);
    says(consult.message());
  }

  /** It has got what it was told last. */
  private void received(String process) {
    long seq = 0;
    for (var open : session.service().intents().open().entrySet()) {
      if (open.getValue().asked().key().endsWith("/" + process)) seq = open.getKey();
    }
    assertThat(seq).as("something is being told " + process).isPositive();
    var asked = java.util.Objects.requireNonNull(session.service().intents().open().get(seq));
    Reply ack = org.mmm.intent.Intents.plain(asked.asked().action(), PaStatus.ACK);
    says(new Message.Answer(new CallId(self, seq, 0), ack));
  }

  private Outcome<SessionEvent> says(Message message) {
    Outcome<SessionEvent> outcome = machine.on(session, message, Lanes.at(now));
    for (SessionEvent event : outcome.events()) session = machine.apply(session, event);
    sent.addAll(outcome.sends());
    return outcome;
  }

  /** The stages, or the texts, of all that it was told so far. */
  private List<String> toldTo(String process) {
    List<String> all = new ArrayList<>();
    for (Send send : sent) {
      if (!(send.message() instanceof Message.Request r)) continue;
      Complements c = r.call().action().complements();
      if (!c.to().equals(List.of(process))) continue;
      ObjectNode item = ((With.Inline) c.with().get(0)).item();
      all.add(
          item.has("text")
              ? item.path("text").asText()
              : item.path("Sequence").path(0).fieldNames().next());
    }
    return all;
  }

  private Call call(String process, Action action, Complements complements) {
    return new Call(
        new CallId(Address.process(process), ++calls, 0),
        new ProcessAction(process, action, Edition.TEC_2_2, complements),
        process,
        Map.of("Carl", USER, "Anna", USER),
        List.of(),
        Grounds.NONE,
        now + 10_000,
        false,
        false,
        0,
        List.of());
  }

  private static @org.jspecify.annotations.Nullable Reason reason(Reply reply) {
    return reply.status() instanceof PaStatus.Err err ? err.reason() : null;
  }
}
