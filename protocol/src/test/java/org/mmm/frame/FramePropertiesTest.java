package org.mmm.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Label("A frame")
@Domain(AnyFrames.class)
@Domain(DomainContext.Global.class)
class FramePropertiesTest {
  @Property
  void ofARoomReadsBackAsItWasWritten(@ForAll RoomFrame frame) {
    assertThat(RoomFrame.decode(frame.encode())).isEqualTo(frame);
    assertThat(FrameJson.readRoom(FrameJson.write(frame))).isEqualTo(frame);
  }

  @Property
  void ofMotionReadsBackAsItWasWritten(@ForAll MotionFrame frame) {
    assertThat(frame.encode()).hasSize(MotionFrame.LENGTH);
    assertThat(MotionFrame.decode(frame.encode())).isEqualTo(frame);
    assertThat(FrameJson.readMotion(FrameJson.write(frame))).isEqualTo(frame);
  }

  @Property
  void isReadFromAnyBytesOrRefusedWithAReason(@ForAll byte[] bytes) {
    readsOrRefuses(bytes, RoomFrame::decode, RoomFrame::encode);
    readsOrRefuses(bytes, MotionFrame::decode, MotionFrame::encode);
  }

  @Property
  void thatWasDamagedIsReadAsItStandsOrRefusedWithAReason(
      @ForAll RoomFrame frame, @ForAll @IntRange(min = 0) int at, @ForAll byte by) {
    byte[] bytes = frame.encode();
    bytes[at % bytes.length] = by;
    readsOrRefuses(bytes, RoomFrame::decode, RoomFrame::encode);
  }

  @Property
  void thatWasCutIsRefused(@ForAll RoomFrame frame, @ForAll @IntRange(min = 1) int by) {
    byte[] bytes = frame.encode();
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1 - by % bytes.length);
    assertThat(outcome(cut, RoomFrame::decode)).isInstanceOf(FrameException.class);
  }

  @Property
  void saysMetresAndDegreesWithinItsErrorBounds(
      @ForAll @DoubleRange(min = -512, max = 511.9) double across,
      @ForAll @DoubleRange(min = 0, max = 1023.9) double up,
      @ForAll @DoubleRange(min = -360, max = 360) double degrees) {
    var pose = Pose.of(across, up, across, degrees, degrees, degrees);
    assertThat(Quantised.metres(pose.x())).isCloseTo(across, within(1.0 / 128));
    assertThat(Quantised.metres(pose.y())).isCloseTo(up, within(1.0 / 128));
    assertThat(Quantised.metres(pose.z())).isCloseTo(across, within(1.0 / 128));
    assertThat(apart(Quantised.yawDegrees(pose.yaw()), degrees)).isLessThan(0.0028);
    assertThat(apart(Quantised.tiltDegrees(pose.pitch()), degrees)).isLessThan(0.71);
  }

  @Property
  void bringsWhatIsOutsideToTheBorder(@ForAll double x, @ForAll double yaw) {
    var pose = Pose.of(x, x, x, yaw, yaw, yaw);
    assertThat(pose.x()).isBetween(Quantised.LEAST, Quantised.GREATEST);
    if (x > 1_024) assertThat(pose.y()).isEqualTo(Quantised.HIGHEST);
    if (x < -512) assertThat(pose.x()).isEqualTo(Quantised.LEAST);
  }

  private static double apart(double one, double other) {
    double turned = Math.abs(one - other) % 360;
    return Math.min(turned, 360 - turned);
  }

  private static <F> void readsOrRefuses(
      byte[] bytes, Function<byte[], F> read, Function<F, byte[]> write) {
    Object outcome = outcome(bytes, read);
    if (outcome instanceof FrameException refused) {
      assertThat(refused).hasMessageMatching("[^\n]{1,200}");
    } else {
      @SuppressWarnings("unchecked")
      F frame = (F) outcome;
      assertThat(write.apply(frame)).as("what is read is written the same").isEqualTo(bytes);
    }
  }

  private static <F> Object outcome(byte[] bytes, Function<byte[], F> read) {
    try {
      return java.util.Objects.requireNonNull(read.apply(bytes));
    } catch (FrameException refused) {
      return refused;
    }
  }
}
