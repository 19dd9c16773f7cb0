package org.mmm.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.NOON;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.journal.Cbor;
import org.mmm.kernel.Reply;
import org.mmm.kernel.Telling;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.rights.Line;
import org.mmm.rights.Quotas;

@DisplayName("A key")
class KeyRecordsTest {
  static final KeyRecords.Bounds DEFAULT = KeyRecords.Bounds.DEFAULT;
  static final KeyRecords.Bounds TWO_FOR_AN_HOUR =
      KeyRecords.Bounds.of(new Quotas(1, 1, 1, 1, 1, 1, 1, 2, 1, 1));
  static final Reply ACK = reply("x", List.of());

  @Test
  void standsForItsRequestForADay() {
    KeyRecords keys = asked(1, NOON).answered(1, ACK);

    assertThat(next(keys, 2, NOON + DEFAULT.keptMillis()).find("key1")).isPresent();
    assertThat(next(keys, 2, NOON + DEFAULT.keptMillis() + 1).find("key1")).isEmpty();
  }

  @Test
  void isNotForgottenWhileItIsOpen() {
    KeyRecords keys = next(asked(1, NOON), 2, NOON + 2 * DEFAULT.keptMillis());

    assertThat(keys.find("key1").orElseThrow().reply()).isNull();
  }

  @Test
  void isFreeAgainWhenItWasSurelyNotPerformed() {
    assertThat(asked(1, NOON).freed(1).find("key1")).isEmpty();
  }

  @Test
  void isOneOfTenThousand() {
    KeyRecords keys = KeyRecords.none();
    for (int i = 1; i <= DEFAULT.atMost() + 1; i++) keys = next(keys, i, NOON).answered(i, ACK);

    assertThat(keys.all()).hasSize(DEFAULT.atMost());
    assertThat(keys.find("key1")).isEmpty();
    assertThat(keys.find("key2")).isPresent();
  }

  @Test
  void isOneOfAsManyAsTheQuotaSays() {
    KeyRecords keys = KeyRecords.none();
    for (int i = 1; i <= 3; i++) keys = next(keys, i, NOON, TWO_FOR_AN_HOUR).answered(i, ACK);

    assertThat(keys.all()).extracting(KeyRecords.KeyRecord::key).containsExactly("key2", "key3");
  }

  @Test
  void standsAsLongAsTheQuotaSays() {
    KeyRecords keys = next(KeyRecords.none(), 1, NOON, TWO_FOR_AN_HOUR).answered(1, ACK);

    assertThat(next(keys, 2, NOON + 3_600_000, TWO_FOR_AN_HOUR).find("key1")).isPresent();
    assertThat(next(keys, 2, NOON + 3_600_001, TWO_FOR_AN_HOUR).find("key1")).isEmpty();
  }

  @Test
  @DisplayName("gives way when the answers are large: all of them fit into a snapshot")
  void isBoundedInBytes() {
    With large = Telling.inline("{'text': '" + "x".repeat(50_000) + "'}");
    KeyRecords keys = KeyRecords.none();
    for (int i = 1; i <= 200; i++) {
      keys = next(keys, i, NOON).answered(i, reply("x", List.of(large)));
    }

    assertThat(Cbor.write(KeyRecords.class, keys)).hasSizeLessThan(5 << 20);
    assertThat(keys.find("key200")).isPresent();
    assertThat(keys.find("key1")).isEmpty();
  }

  @Test
  void takesLittleRoomTenThousandTimes() {
    KeyRecords keys = KeyRecords.none();
    String detail = "Room1 refuses: Bruno holds no Right to MM-Embed Persona1 At Room1";
    for (int i = 1; i <= DEFAULT.atMost(); i++) {
      keys = next(keys, i, NOON).answered(i, reply(detail, List.of()));
    }

    assertThat(keys.all()).hasSize(DEFAULT.atMost());
    assertThat(Cbor.write(KeyRecords.class, keys)).hasSizeLessThan(5 << 20);
  }

  @Test
  void keepsNoDerivation() {
    assertThat(asked(1, NOON).answered(1, ACK).find("key1").orElseThrow().reply())
        .extracting(Reply::derivation)
        .isEqualTo(List.of());
  }

  @Test
  void isReadAsItWasWritten() {
    KeyRecords keys = next(asked(1, NOON).answered(1, ACK), 2, NOON);

    assertThat(Cbor.roundTrip(KeyRecords.class, keys)).isEqualTo(keys);
  }

  private static KeyRecords asked(long seq, long now) {
    return next(KeyRecords.none(), seq, now);
  }

  private static KeyRecords next(KeyRecords keys, long seq, long now) {
    return next(keys, seq, now, DEFAULT);
  }

  private static KeyRecords next(KeyRecords keys, long seq, long now, KeyRecords.Bounds bounds) {
    return keys.asked("key" + seq, "0123456789abcdef".repeat(4), seq, now, bounds);
  }

  private static Reply reply(String detail, List<With> with) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Room1", true, null, "Room1 permits: Anna owns it"));
    return new Reply(
        PaStatus.err(Reason.CLASH, detail),
        "LocationService",
        Complements.nil("Persona1").with(with),
        false,
        lines);
  }
}
