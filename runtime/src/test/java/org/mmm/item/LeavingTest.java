package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.after;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Told.reason;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Message;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName("Anna's Stream, on offer to anyone, asked for by Bob of another M-Instance,")
class LeavingTest {
  private static final String BOB = "Bob@beta.example";

  final OneItem stream = OneItem.founded("Stream1", Telling.born("Stream", "Anna"));
  final Complements it = Complements.nil("Stream1");
  final Call bob = call(BOB, 1, Action.TRANSACT, it);
  final Args.Reservation terms = terms("PA-Bob-1");

  @BeforeEach
  void offer() {
    stream.request(call("Anna", 1, Action.POST, it));
  }

  @Test
  @DisplayName("is used by nobody from when it is kept for him")
  void inEscrow() {
    stream.ask(Question.RESERVE, bob, terms);
    assertThat(reason(stream.ask(Question.USE, call("Anna", 2, Action.MM_SEND, it), null).status()))
        .isEqualTo(Reason.CLASH);
    Call moves = call("Anna", 3, Action.MM_ENABLE, it);
    assertThat(reason(stream.request(moves))).isEqualTo(Reason.CLASH);
    assertThat(stream.state().owner()).isEqualTo("Anna");
  }

  @Test
  @DisplayName("is Anna's to use again if that came to nothing")
  void freed() {
    stream.ask(Question.RESERVE, bob, terms);
    stream.ask(Question.FREE, bob, terms);
    assertThat(stream.ask(Question.USE, call("Anna", 2, Action.MM_SEND, it), null).status())
        .isEqualTo(PaStatus.ACK);
  }

  @Test
  @DisplayName("is his once it is transferred, and says so to whoever asks for it")
  void transferred() {
    stream.ask(Question.RESERVE, bob, terms);
    assertThat(stream.ask(Question.TRANSFER, bob, terms).status()).isEqualTo(PaStatus.ACK);
    assertThat(stream.ask(Question.TRANSFER, bob, terms).status())
        .as("asked again")
        .isEqualTo(PaStatus.ACK);

    assertThat(stream.state().owner()).isEqualTo(BOB);
    assertThat(stream.state().departure())
        .isEqualTo(new ItemState.Departure(BOB, "PA-Bob-1", Telling.NOW.hlc(), false));
    PaStatus gone = stream.ask(Question.USE, call(BOB, 2, Action.MM_SEND, it), null).status();
    assertThat(gone).isInstanceOf(PaStatus.Err.class);
    assertThat(((PaStatus.Err) gone).detail()).contains("handed over to " + BOB);
    Call carl = call("Carl", 1, Action.TRANSACT, it);
    assertThat(reason(stream.ask(Question.RESERVE, carl, terms).status())).isEqualTo(Reason.CLASH);
    assertThat(reason(stream.request(call("Anna", 4, Action.POST, it)))).isEqualTo(Reason.CLASH);
  }

  @Test
  @DisplayName("is settled by the message by which it left, once")
  void settled() {
    stream.ask(Question.RESERVE, bob, terms);
    stream.ask(Question.TRANSFER, bob, terms);
    assertThat(says("PA-Bob-2")).isInstanceOf(Response.Refused.class);
    assertThat(departure().settled()).isFalse();
    assertThat(says("PA-Bob-1")).isInstanceOf(Response.View.class);
    assertThat(departure().settled()).isTrue();
    assertThat(says("PA-Bob-1")).as("again").isInstanceOf(Response.View.class);
  }

  @Test
  @DisplayName("stays if its Data is stored apart")
  void storedApart() {
    String uri = "urn:mmm:data:" + "0".repeat(64) + ":17";
    var data = JsonNodeFactory.instance.objectNode().put("DataURI", uri);
    var born =
        new Args.Founding(
            "Model", "Anna", "", false, false, 0, 0, data, null, null, null, List.of(), null);
    OneItem model = OneItem.founded("Model1", born);
    Complements nil = Complements.nil("Model1");
    model.request(call("Anna", 1, Action.POST, nil));
    Call asks = call(BOB, 1, Action.TRANSACT, nil);
    assertThat(reason(model.ask(Question.RESERVE, asks, terms).status()))
        .isEqualTo(Reason.FAULTY_PA);
  }

  private ItemState.Departure departure() {
    return Objects.requireNonNull(stream.state().departure());
  }

  private Response says(String message) {
    return Objects.requireNonNull(
        stream.tell(new Message.Read(new Query.Handed(message)), after(1_000)).response());
  }

  private static Args.Reservation terms(String message) {
    return new Args.Reservation(
        BOB, BOB, "Anna", BigDecimal.ZERO, "EUR", "TransactionService", message);
  }
}
