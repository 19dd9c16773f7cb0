package org.mmm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.Pose;
import org.mmm.frame.RoomFrame;

@DisplayName("What is read of a RoomFrame without decoding it")
class FrameScanTest {
  private static final Pose HERE = Pose.of(1, 0, 2, 90, 0, 0);
  private static final Happening ANNA =
      new Happening.Came(3, 70_000, "Anna-Persona", "Persona", "Ännchen", true);
  private static final Happening BOB =
      new Happening.Came(4, 5, "Bob-Persona", "Persona", "Bob", true);

  @Test
  @DisplayName("is what its encoder wrote")
  void readsTheHeader() {
    ByteBuf frame =
        frame(true, List.of(member(4), member(3)), List.of(ANNA, new Happening.Left(9)));
    frame.skipBytes(2); // it need not begin where its buffer does

    assertThat(FrameScan.isKey(frame)).isTrue();
    assertThat(FrameScan.incarnation(frame)).isEqualTo(4_000_000_000L);
    assertThat(FrameScan.members(frame)).isEqualTo(2);
    assertThat(FrameScan.happenings(frame)).isEqualTo(2);
    int at = FrameScan.member(frame, 3);
    assertThat(frame.getShortLE(at + 4)).isEqualTo((short) HERE.x());
    assertThat(FrameScan.member(frame, 5)).isEqualTo(-1);
    assertThat(FrameScan.isKey(frame(false, List.of(), List.of()).skipBytes(2))).isFalse();
  }

  @Test
  @DisplayName("tells the seat of an Item, behind happenings of any kind")
  void findsTheSeat() {
    List<Happening> all =
        List.of(
            BOB,
            new Happening.Left(1),
            new Happening.Perceived(4, false),
            new Happening.Said("Bob", "Message-1", "grüezi"),
            new Happening.Animated(4, 99, "Stream-1"),
            ANNA);
    ByteBuf key = frame(true, List.of(), all).skipBytes(2);
    FrameScan.Seat seat = FrameScan.seat(key, "Anna-Persona", null);
    assertThat(seat).isEqualTo(new FrameScan.Seat(4_000_000_000L, 3, 70_000));
    assertThat(FrameScan.seat(key, "Nobody", null)).isNull();

    ByteBuf placed =
        frame(false, List.of(), List.of(new Happening.Placed(4, 8), new Happening.Placed(3, 9)))
            .skipBytes(2);
    assertThat(FrameScan.seat(placed, "Anna-Persona", seat))
        .isEqualTo(new FrameScan.Seat(4_000_000_000L, 3, 9));
  }

  private static Member member(int slot) {
    return new Member(slot, 1, HERE, false, false);
  }

  private static ByteBuf frame(boolean key, List<Member> members, List<Happening> happenings) {
    var frame = new RoomFrame(key, 4_000_000_000L, 1, 1, 20, members, happenings);
    return Unpooled.wrappedBuffer(new byte[] {1, 2}, frame.encode());
  }
}
