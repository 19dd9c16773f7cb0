package org.mmm.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bytes of a frame, which other programs rely on,")
class FrameGoldenTest {
  private static final Pose HERE = new Pose(-64, 128, 32767, 16384, 64, 255);

  private static final RoomFrame ROOM =
      new RoomFrame(
          true,
          3,
          70_000,
          80_000,
          20,
          List.of(
              new Member(0, 0, Pose.ORIGIN, true, false),
              new Member(513, 65_535, HERE, false, true)),
          List.of(
              new Happening.Came(0, 1, "PersonaOfAnna", "Persona", "Anna", true),
              new Happening.Came(513, 2, "PersonaOfZoë", "Persona", "Zoë", false),
              new Happening.Left(7),
              new Happening.Placed(513, 4_000_000_000L),
              new Happening.Perceived(513, true),
              new Happening.Said("Anna", "Message-1", "Grüezi 👋"),
              new Happening.Animated(0, 79_990, "Stream-1")));

  private static final MotionFrame MOTION = new MotionFrame(3, 4_000_000_000L, 258, HERE);

  @Test
  void ofARoomAreThese() {
    assertThat(ROOM.encode()).isEqualTo(bytes("RoomFrame.hex"));
    assertThat(RoomFrame.decode(bytes("RoomFrame.hex"))).isEqualTo(ROOM);
  }

  @Test
  void ofMotionAreThese() {
    assertThat(MOTION.encode()).isEqualTo(bytes("MotionFrame.hex"));
    assertThat(MotionFrame.decode(bytes("MotionFrame.hex"))).isEqualTo(MOTION);
  }

  @Test
  void haveAJsonFormEach() {
    assertThat(FrameJson.write(ROOM)).isEqualTo(text("RoomFrame.json").strip());
    assertThat(FrameJson.write(MOTION)).isEqualTo(text("MotionFrame.json").strip());
  }

  @Test
  void areRefusedInAnotherVersion() {
    byte[] bytes = MOTION.encode();
    bytes[2] = 2;
    assertThatThrownBy(() -> MotionFrame.decode(bytes))
        .isInstanceOf(FrameException.class)
        .hasMessage("version must be 1, was 2");
  }

  @Test
  void areRefusedAsJsonThatLacksAField() {
    assertThatThrownBy(() -> FrameJson.readMotion("{\"incarnation\":1}"))
        .isInstanceOf(FrameException.class)
        .hasMessageStartingWith("JSON of a MotionFrame must have its fields");
  }

  private static byte[] bytes(String file) {
    String hex = text(file).replaceAll("#.*", "").replaceAll("\\s", "");
    return HexFormat.of().parseHex(hex);
  }

  private static String text(String file) {
    try (InputStream in = FrameGoldenTest.class.getResourceAsStream(file)) {
      byte[] all = Objects.requireNonNull(in, file + " is missing").readAllBytes();
      return new String(all, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
