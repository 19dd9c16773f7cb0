package org.mmm.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmm.client.Failure;
import org.mmm.frame.Happening;
import org.mmm.frame.Member;
import org.mmm.frame.Pose;
import org.mmm.frame.RoomFrame;

@DisplayName("A recording")
class RecordingTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T09:12:44Z");
  private static final InstantSource CLOCK = InstantSource.fixed(BEGAN);

  @TempDir Path directory;

  @Test
  @DisplayName("begins with its first frame, and is read back as it was written")
  void comesBack() throws Exception {
    List<RoomFrame> frames =
        List.of(
            frame(true, 1, List.of(at(0, 1)), came(0, "Anna")),
            frame(false, 2, List.of(at(0, 2))),
            frame(false, 3, List.of(), new Happening.Left(0)));
    Path file = directory.resolve("walk.jsonl");
    long[] clock = {5_000_000};
    try (Recorder recorder = new Recorder(file, "MM-Square", CLOCK, () -> clock[0], 1 << 20)) {
      assertThat(recorder.length()).isZero();
      clock[0] += 3_000_000_000L;
      for (RoomFrame frame : frames) {
        recorder.frame(frame);
        clock[0] += 50_000_000;
      }
      assertThat(recorder.frames()).isEqualTo(3);
      assertThat(recorder.length()).isEqualTo(Duration.ofMillis(150));
    }
    List<Recording.Entry> read = new ArrayList<>();
    assertThat(Recording.read(file, read::add))
        .isEqualTo(new Recording("MM-Square", BEGAN.toString()));
    assertThat(read.stream().map(Recording.Entry::frame)).isEqualTo(frames);
    assertThat(read.stream().map(Recording.Entry::millis)).containsExactly(0L, 50L, 100L);
  }

  @Test
  @DisplayName("can be read if no frame came")
  void empty() throws Exception {
    Path file = directory.resolve("walk.jsonl");
    new Recorder(file, "MM-Square", CLOCK, () -> 0, 400).close();
    assertThat(Recording.read(file, frame -> fail("no frame came")).place()).isEqualTo("MM-Square");
  }

  @Test
  @DisplayName("overwrites nothing, and grows no longer than it may")
  void bounds() throws Exception {
    Path file = directory.resolve("walk.jsonl");
    try (Recorder recorder = new Recorder(file, "MM-Square", CLOCK, () -> 0, 400)) {
      RoomFrame frame = frame(true, 1, List.of(at(0, 1)), came(0, "Anna"));
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) recorder.frame(frame);
              })
          .isInstanceOf(Failure.class)
          .hasMessageContaining("has reached 400");
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(400);
    assertThatThrownBy(() -> new Recorder(file, "MM-Square", CLOCK, () -> 0, 400))
        .hasMessageContaining("is there already");
  }

  @Test
  @DisplayName("says which line of it is wrong, and plays what is before")
  void saysWhatIsWrong() throws Exception {
    Path file = directory.resolve("cut.jsonl");
    String good =
        Recording.line(new Recording.Entry(7, frame(true, 1, List.of(), came(0, "Anna"))));
    Files.writeString(
        file, new Recording("R", "x").line() + "\n" + good + "\n" + good.substring(0, 40));
    List<Recording.Entry> read = new ArrayList<>();
    assertThatThrownBy(() -> Recording.read(file, read::add))
        .hasMessageContaining("line 3")
        .hasMessageContaining("cut off");
    assertThat(read).hasSize(1);
    Files.writeString(file, "hello\n");
    assertThatThrownBy(() -> Recording.read(file, read::add)).hasMessageContaining("line 1");
    Files.writeString(file, "{\"recording\": 2}\n");
    assertThatThrownBy(() -> Recording.read(file, read::add)).hasMessageContaining("form 1");
    assertThatThrownBy(() -> Recording.read(directory.resolve("none"), read::add))
        .hasMessageContaining("there is no file");
  }

  @Test
  @DisplayName("is told in words, of one who walks no more often than asked for")
  void inWords() {
    Seen seen = new Seen(1_000);
    assertThat(seen.take(0, frame(true, 1, List.of(at(0, 1)), came(0, "Anna"))))
        .containsExactly("Anna is here", "Anna at (1.00, 0.00, 0.00)");
    assertThat(seen.take(50, frame(false, 2, List.of(at(0, 2))))).isEmpty();
    assertThat(seen.take(1_050, frame(false, 3, List.of(at(0, 3)), came(1, "Bob"))))
        .containsExactly("Anna at (3.00, 0.00, 0.00)", "Bob is here");
    assertThat(seen.take(1_100, frame(true, 4, List.of(at(1, 5)), came(1, "Bob"))))
        .containsExactly("Anna is here no more", "Bob at (5.00, 0.00, 0.00)");
    assertThat(seen.all()).containsExactly("Bob at (5.00, 0.00, 0.00)");
    assertThat(seen.take(1_200, frame(false, 5, List.of(), new Happening.Left(1))))
        .containsExactly("Bob has left");
  }

  private static Happening came(int slot, String name) {
    return new Happening.Came(slot, 1, name + "-Persona", "Persona", name, true);
  }

  private static Member at(int slot, double x) {
    return new Member(slot, 0, Pose.of(x, 0, 0, 0, 0, 0), false, false);
  }

  private static RoomFrame frame(
      boolean key, int sequence, List<Member> members, Happening... happenings) {
    return new RoomFrame(key, 3, sequence, sequence, 20, members, List.of(happenings));
  }
}
