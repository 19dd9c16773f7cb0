package org.mmm.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.frame.RoomFrame;

/** Writes a recording, frame by frame. It begins with its first frame. */
public final class Recorder implements AutoCloseable {
  private final Writer out;
  private final String place;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final long atMost;
  private long begin;
  private long written;
  private long frames;

  /**
   * Begins a file.
   *
   * @param file must not exist
   * @param clock tells when the recording began
   * @param nanos of a clock that only goes forward
   * @param atMost characters of the file
   */
  public Recorder(Path file, String place, InstantSource clock, LongSupplier nanos, long atMost) {
    this.place = place;
    this.clock = clock;
    this.nanos = nanos;
    this.atMost = atMost;
    try {
      out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new Failure(
          ExitCode.CONFLICT, file + " is there already: name another file, or remove it", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * @throws Failure if the file has become as long as it may
   */
  public synchronized void frame(RoomFrame frame) {
    if (written == 0) begin();
    write(Recording.line(new Recording.Entry(length().toMillis(), frame)));
    frames++;
  }

  /** How long ago the first frame came; zero as long as none has come. */
  public synchronized Duration length() {
    return written == 0 ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - begin);
  }

  /** So many frames so far. */
  public synchronized long frames() {
    return frames;
  }

  private void begin() {
    begin = nanos.getAsLong();
    write(new Recording(place, clock.instant().toString()).line());
  }

  private void write(String line) {
    written += line.length() + 1L;
    if (written > atMost) {
      throw new Failure(ExitCode.FAILED, "the recording has reached " + atMost + " characters");
    }
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (written == 0) begin();
    out.close();
  }
}
