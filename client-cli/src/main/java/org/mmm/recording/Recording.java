package org.mmm.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.frame.FrameException;
import org.mmm.frame.FrameJson;
import org.mmm.frame.RoomFrame;

/**
 * A live place as it was, in a text file: a line about the recording, and then a line for each
 * frame, all of them JSON. A recording that was cut off can be read up to there.
 *
 * @param place its ID
 * @param began when, as ISO 8601 in UTC
 */
public record Recording(String place, String began) {
  /** Of this form; another form has another number. */
  public static final int VERSION = 1;

  private static final int LINE_AT_MOST = 16 << 20;

  /**
   * One frame.
   *
   * @param millis since the recording began
   */
  public record Entry(long millis, RoomFrame frame) {}

  /** The first line of the file. */
  public String line() {
    return Json.object()
        .put("recording", VERSION)
        .put("place", place)
        .put("began", began)
        .toString();
  }

  /** The line of one frame. */
  public static String line(Entry entry) {
    ObjectNode line = Json.object().put("millis", entry.millis());
    line.set("frame", Json.read(FrameJson.write(entry.frame())));
    return line.toString();
  }

  /**
   * Reads a file.
   *
   * @param each gets each frame, in order
   * @throws Failure if it is not there or no recording; says which line is wrong, and why
   */
  public static Recording read(Path file, Consumer<Entry> each) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      JsonNode head = first == null ? Json.object() : json(file, 1, first);
      if (head.path("recording").asInt() != VERSION) {
        throw bad(file, 1, "this is no recording of a live place of form " + VERSION);
      }
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.length() > LINE_AT_MOST) {
          throw bad(file, number, "it has more than " + LINE_AT_MOST + " characters");
        }
        each.accept(entry(file, number, line));
      }
      return new Recording(Json.text(head, "place", "?"), Json.text(head, "began", "?"));
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Failure(ExitCode.NOT_FOUND, "there is no file " + file, e);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Entry entry(Path file, int number, String line) {
    JsonNode entry = json(file, number, line);
    if (!entry.path("millis").isIntegralNumber()) {
      throw bad(file, number, "millis is missing, when the frame came");
    }
    try {
      return new Entry(
          entry.path("millis").asLong(), FrameJson.readRoom(entry.path("frame").toString()));
    } catch (FrameException e) {
      throw bad(file, number, "frame: " + e.getMessage());
    }
  }

  private static JsonNode json(Path file, int number, String line) {
    try {
      return Json.read(line);
    } catch (IllegalArgumentException e) {
      throw bad(file, number, "it is no JSON; was the recording cut off there?");
    }
  }

  private static Failure bad(Path file, int line, String why) {
    return new Failure(ExitCode.USAGE, file + ", line " + line + ": " + why);
  }
}
