package org.mmm.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.NOW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.intent.Intents;
import org.mmm.journal.Cbor;
import org.mmm.kernel.Address;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

@DisplayName("A log")
class LogTailTest {
  static final ProcessAction EMBED =
      Telling.asks("Anna", Action.MM_EMBED, Complements.nil("Persona1").withAt("Room1"));

  @Test
  void countsItsEntriesFromOne() {
    assertThat(of(3).after(0, 10)).extracting(LogEntry::position).containsExactly(1L, 2L, 3L);
    assertThat(of(3).after(1, 1)).extracting(LogEntry::position).containsExactly(2L);
    assertThat(of(3).after(3, 10)).isEmpty();
  }

  @Test
  void keepsTheNewestAndSaysWhatItKeeps() {
    LogTail log = of(LogTail.KEPT + 10);

    assertThat(log.entries()).hasSize(LogTail.KEPT);
    assertThat(log.covers(10)).isTrue();
    assertThat(log.covers(9)).isFalse();
    assertThat(log.after(0, 1)).extracting(LogEntry::position).containsExactly(11L);
  }

  @Test
  void namesPartsAfterTheWhole() {
    LogTail log =
        LogTail.none()
            .with(new CallId(Address.process("Anna"), 7, 2), EMBED, reply(PaStatus.ACK), NOW.hlc());

    assertThat(log.entries()).extracting(LogEntry::processActionId).containsExactly("PA-Anna-7.2");
  }

  @Test
  void isGivenAsTheMmmApiGivesIt() {
    var refused = reply(PaStatus.err(Reason.CLASH, "full"));
    LogTail log =
        LogTail.none().with(new CallId(Address.process("Anna"), 1, 0), EMBED, refused, NOW.hlc());
    JsonNode view = log.view(0, 10);

    assertThat(view.path("next").asLong()).isEqualTo(1);
    assertThat(view.path("complete").asBoolean()).isTrue();
    assertThat(view.path("entries").path(0).toString())
        .isEqualTo(
            Telling.object(
                    """
                    {'position': 1, 'time': '2026-01-02T12:00:00Z', 'hlc': '1767355200000.0',
                     'began': '1767355200000.0', 'processActionID': 'PA-Anna-1', 'source': 'Anna',
                     'action': 'MM-Embed', 'edition': 'v1.2', 'destination': 'LocationService',
                     'complements': {'Nil': 'Persona1', 'At': 'Room1'},
                     'status': 'Err', 'reason': 'Clash', 'detail': 'full'}
                    """)
                .toString());
  }

  @Test
  void isReadAsItWasWritten() {
    assertThat(Cbor.roundTrip(LogTail.class, of(3))).isEqualTo(of(3));
  }

  private static LogTail of(int entries) {
    LogTail log = LogTail.none();
    for (int i = 1; i <= entries; i++) {
      log =
          log.with(
              new CallId(Address.process("Anna"), i, 0), EMBED, reply(PaStatus.ACK), NOW.hlc());
    }
    return log;
  }

  private static Reply reply(PaStatus status) {
    return Intents.plain(EMBED, status).with(List.of());
  }
}
