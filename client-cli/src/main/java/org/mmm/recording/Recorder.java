package org.mmm.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.frame.RoomFrame;

/** Writes a recording, frame by frame. */
public final class Recorder implements AutoCloseable {
  private final Writer out;
  private final LongSupplier nanos;
  private final long begin;
  private final long atMost;
  private long written;
  private long frames;

  /**
   * Begins a file.
   *
   * @param file must not exist
   * @param nanos of a clock that only goes forward
   * @param atMost characters of the file
   */
  public Recorder(Path file, String place, Instant began, LongSupplier nanos, long atMost) {
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.atMost = atMost;
    try {
      out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new Failure(
          ExitCode.CONFLICT, file + " is there already: name another file, or remove it", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot write " + file + ": " + e.getMessage(), e);
    }
    write(new Recording(place, began.toString()).line());
  }

  /**
   * @throws Failure if the file has become as long as it may
   */
  public synchronized void frame(RoomFrame frame) {
    long millis = (nanos.getAsLong() - begin) / 1_000_000;
    write(Recording.line(new Recording.Entry(millis, frame)));
    frames++;
  }

  /** So many frames so far. */
  public synchronized long frames() {
    return frames;
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
    out.close();
  }
}
