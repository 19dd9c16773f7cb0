package org.mmm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mmm.action.Action;
import org.mmm.item.ItemEvent;
import org.mmm.item.ItemMachine;
import org.mmm.item.ItemState;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.process.ProcessEvent;
import org.mmm.process.ProcessMachine;
import org.mmm.process.ProcessState;
import org.mmm.rights.Quotas;
import org.mmm.rights.RuleBook;

/** What holds of an Item and a Process, whatever they are told. */
class AnyMessageTest {
  private static final Set<Class<?>> LOG =
      Set.of(ItemEvent.Answered.class, ItemEvent.MoveEnded.class, ItemEvent.MoveBegan.class);

  private final ItemMachine item = new ItemMachine(Address.item("Persona1"));
  private final ProcessMachine process =
      new ProcessMachine(Address.process("Bruno"), () -> RuleBook.none("MI1"), Quotas.DEFAULT);

  /** Every message is decided, born or not; and what is not born is changed by nothing unborn. */
  @Property
  void isDecided(@ForAll("messages") Message message) {
    for (ItemState state : List.of(item.empty(), born())) {
      Outcome<ItemEvent> outcome = item.on(state, message, Telling.NOW);
      ItemState after = state;
      for (ItemEvent event : Told.events(outcome)) after = item.apply(after, event);
      assertThat(after.exists() || !state.exists()).isTrue();
    }
    for (ProcessState state : List.of(process.empty(), Samples.processState())) {
      Outcome<ProcessEvent> outcome = process.on(state, message, Telling.NOW);
      ProcessState after = state;
      for (ProcessEvent event : Told.events(outcome)) after = process.apply(after, event);
      assertThat(after.id()).isEqualTo("Bruno");
    }
  }

  @Property
  void isNotWrittenOnADryRun(@ForAll("calls") Call call) {
    Call dry = Telling.dry(call);
    for (Message message : concerning(dry)) {
      assertThat(Told.events(item.on(item.empty(), message, Telling.NOW))).isEmpty();
      assertThat(Told.events(item.on(born(), message, Telling.NOW))).isEmpty();
      assertThat(Told.events(process.on(process.empty(), message, Telling.NOW))).isEmpty();
      assertThat(Told.events(process.on(Samples.processState(), message, Telling.NOW))).isEmpty();
    }
  }

  /** P8. */
  @Property
  void changesNothingButTheLogWhenItIsRefused(@ForAll("calls") Call call) {
    Outcome<ItemEvent> outcome = item.on(born(), new Message.Request(call), Telling.NOW);
    boolean refused = Told.reply(outcome).filter(r -> !r.status().acknowledged()).isPresent();

    if (refused) {
      assertThat(Told.events(outcome)).allMatch(e -> LOG.contains(e.getClass()));
    }
  }

  @Provide
  Arbitrary<Message> messages() {
    return Arbitraries.oneOf(
        calls().flatMap(c -> Arbitraries.of(concerning(c))), Arbitraries.of(Samples.messages()));
  }

  @Provide
  Arbitrary<Call> calls() {
    Arbitrary<Complements> said =
        Combinators.combine(
                Arbitraries.of("Persona1", "Data1", "Stream1"),
                Arbitraries.of("Room1", "Room2", "Square", "Desk1", "PASrvc"),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(
                (nil, at, from, with) -> {
                  Complements c = Complements.nil(nil).withAt(at).withTo("Bruno").withOf("Bruno");
                  if (from) c = c.withFrom("Square");
                  return with ? c.with(List.of(Telling.named("Stream1"))) : c;
                });
    Arbitrary<Call> asked =
        Combinators.combine(
                Arbitraries.of("Anna", "Bruno", "Carla"),
                Arbitraries.longs().between(1, 20),
                Arbitraries.of(Action.class),
                said)
            .as(Telling::call);
    return Combinators.combine(asked, findings().list().ofMaxSize(4), Arbitraries.of(true, false))
        .as(
            (call, findings, settle) -> {
              Call more = settle ? call.settling() : call;
              for (Finding finding : findings) more = more.with(finding);
              return more;
            });
  }

  private static Arbitrary<Finding> findings() {
    return Combinators.combine(
            Arbitraries.of(Question.OWN, Question.USE, Question.ADMIT, Question.DELIVER),
            Arbitraries.of("Room1", "Room2", "Stream1", "Data1", "Desk1", "Bruno"),
            Arbitraries.<PaStatus>of(PaStatus.ACK, PaStatus.err(Reason.CLASH, "no")))
        .as((question, entity, status) -> Finding.of(question, entity, status));
  }

  /** The call as a request, and every question that an Item or Process may be asked about it. */
  private static List<Message> concerning(Call call) {
    List<Message> all = new ArrayList<>();
    all.add(new Message.Request(call));
    for (Question question : Question.values()) {
      all.add(Telling.consult(question, Address.item("Stream1"), call, args(question)));
    }
    return all;
  }

  private static Args args(Question question) {
    return switch (question) {
      case FOUND -> Samples.PERSONA;
      case DELIVER -> new Args.Delivery("Message9", "Message", "Anna", 0, null);
      default -> Samples.TERMS;
    };
  }

  private ItemState born() {
    ItemState state = item.apply(item.empty(), Samples.itemEvents().get(0));
    return item.apply(state, new ItemEvent.PropertyChanged(true, Telling.NOW.hlc()));
  }
}
