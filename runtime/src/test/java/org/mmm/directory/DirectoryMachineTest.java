package org.mmm.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

@DisplayName("A bucket of the directory, in which Anna and Bruno look for names")
class DirectoryMachineTest {
  static final Address ANNA = Address.process("Anna");
  static final Address BRUNO = Address.process("Bruno");
  static final Address AUTHOR = Address.parse("service/AUTHOR/Loft");
  static final Name ROOM = new Name(Address.Kind.PLACE, "Room");
  static final long SOON = 1_000;

  private final DirectoryMachine machine = new DirectoryMachine(Buckets.of("Loft"));
  private DirectoryState state = machine.empty();

  @Test
  void givesAFreeNameToWhoAsksFirst() {
    assertThat(claim("Loft", call(ANNA, 1)).acknowledged()).isTrue();
    assertThat(claim("Loft", call(BRUNO, 1)))
        .isEqualTo(PaStatus.err(Reason.CLASH, "the name Loft is taken"));
  }

  @Test
  void givesItAgainToTheSameProcessActionAlone() {
    claim("Loft", call(ANNA, 1));
    DirectoryState once = state;
    assertThat(claim("Loft", call(ANNA, 1)).acknowledged()).isTrue();
    assertThat(state).isSameAs(once);
    assertThat(reason(claim("Loft", call(ANNA, 2)))).isEqualTo(Reason.CLASH);
  }

  @Test
  void givesItAgainToTheSameSubjectOnceItsFirstRequestIsSettled() {
    ownName("Loft", call(ANNA, 1));
    assertThat(reason(ownName("Loft", call(ANNA, 2)))).isEqualTo(Reason.UNABLE);
    assertThat(reason(ownName("Loft", settledBelow(2, call(BRUNO, 2))))).isEqualTo(Reason.CLASH);
    assertThat(reason(claim("Loft", settledBelow(2, call(ANNA, 2))))).isEqualTo(Reason.CLASH);
    assertThat(ownName("Loft", settledBelow(2, call(ANNA, 2))).acknowledged()).isTrue();
    assertThat(reason(ownName("Loft", settledBelow(1, call(ANNA, 1))))).isEqualTo(Reason.UNABLE);
  }

  @Test
  void keepsTheNamesOfServicesForTheWorld() {
    assertThat(reason(claim("ParcelService", call(ANNA, 1)))).isEqualTo(Reason.CLASH);
    assertThat(reason(claim("PASrvc", call(ANNA, 1)))).isEqualTo(Reason.CLASH);
    Address world = new Address(Address.Kind.WORLD, "world");
    assertThat(claim("ParcelService", call(world, 1)).acknowledged()).isTrue();
  }

  @Test
  void takesNoNameForARequestThatRanOut() {
    assertThat(reason(claim("Loft", call(ANNA, 1), SOON + 1))).isEqualTo(Reason.UNABLE);
    assertThat(reason(claim("Loft", settling(call(ANNA, 1)), SOON))).isEqualTo(Reason.UNABLE);
    assertThat(state.claims()).isEmpty();
  }

  @Test
  void tellsAfterTheHorizonThatItWasTaken() {
    claim("Loft", call(ANNA, 1));
    assertThat(claim("Loft", settling(call(ANNA, 1)), SOON + 1).acknowledged()).isTrue();
  }

  @Test
  void refusesANameOfMoreThan128Characters() {
    assertThat(reason(claim("x".repeat(129), call(ANNA, 1)))).isEqualTo(Reason.FAULTY_PA);
    assertThat(reason(claim("", call(ANNA, 1)))).isEqualTo(Reason.FAULTY_PA);
  }

  @Test
  void onlyTellsInADryRun() {
    assertThat(claim("Loft", dry(call(ANNA, 1))).acknowledged()).isTrue();
    assertThat(state.claims()).isEmpty();
  }

  @Test
  void tellsWhatNamesWereClaimedFor() {
    claim("Loft", call(ANNA, 1));
    assertThat(read(new Query.Lookup(List.of("Loft", "Attic"))))
        .isEqualTo(new Response.Found(Map.of("Loft", ROOM)));
  }

  @Test
  void listsNamesByDataType() {
    claim("Loft", call(ANNA, 1));
    claim("Attic", call(ANNA, 2));
    assertThat(read(new Query.Names(List.of("Room"))))
        .isEqualTo(new Response.Found(Map.of("Attic", ROOM, "Loft", ROOM)));
    assertThat(read(new Query.Names(List.of("Parcel")))).isEqualTo(new Response.Found(Map.of()));
    assertThat(ask(Question.NAMES, call(BRUNO, 1), new Args.Naming(List.of(), 1), 0).data())
        .hasToString("[\"Attic\"]");
  }

  private Response read(Query query) {
    Outcome<DirectoryEvent> outcome =
        machine.on(state, new Message.Read(query), Moment.of(new Hlc(0, 0)));
    Response response = outcome.response();
    if (response == null) throw new AssertionError("a query is answered");
    return response;
  }

  private PaStatus claim(String name, Call call) {
    return claim(name, call, 0);
  }

  private PaStatus claim(String name, Call call, long millis) {
    return ask(Question.CLAIM, call, new Args.Claiming(name, ROOM), millis).status();
  }

  /** What is yet to be born asks for its own name. */
  private PaStatus ownName(String name, Call call) {
    Address itself = ROOM.address(name);
    return ask(itself, Question.CLAIM, call, new Args.Claiming(name, ROOM), 0).status();
  }

  private Finding ask(Question question, Call call, @Nullable Args args, long millis) {
    return ask(AUTHOR, question, call, args, millis);
  }

  private Finding ask(
      Address asker, Question question, Call call, @Nullable Args args, long millis) {
    var consult =
        (Message.Consult)
            Message.consult(asker, Address.parse("directory/00"), question, call, args).message();
    Outcome<DirectoryEvent> outcome = machine.on(state, consult, Moment.of(new Hlc(millis, 0)));
    for (DirectoryEvent e : outcome.events()) state = machine.apply(state, e);
    assertThat(outcome.sends()).singleElement().matches(send -> send.to().equals(asker));
    Call back = ((Message.Request) outcome.sends().get(0).message()).call();
    return back.found(question).orElseThrow();
  }

  private static @Nullable Reason reason(PaStatus status) {
    return status instanceof PaStatus.Err err ? err.reason() : null;
  }

  private static Call call(Address subject, long seq) {
    ProcessAction action =
        new ProcessAction(subject.id(), Action.AUTHOR, Edition.ARC_1_2, Complements.NONE);
    return new Call(
        new CallId(subject, seq, 0),
        action,
        "",
        Map.of(),
        List.of(),
        Grounds.NONE,
        SOON,
        false,
        false,
        0,
        List.of());
  }

  private static Call settledBelow(long seq, Call c) {
    return new Call(
        c.id(),
        c.action(),
        c.account(),
        c.names(),
        c.fresh(),
        c.grounds(),
        c.notAfter(),
        false,
        false,
        seq,
        List.of());
  }

  private static Call settling(Call c) {
    return new Call(
        c.id(),
        c.action(),
        c.account(),
        c.names(),
        c.fresh(),
        c.grounds(),
        c.notAfter(),
        true,
        false,
        0,
        List.of());
  }

  private static Call dry(Call c) {
    return new Call(
        c.id(),
        c.action(),
        c.account(),
        c.names(),
        c.fresh(),
        c.grounds(),
        c.notAfter(),
        false,
        true,
        0,
        List.of());
  }
}
