package org.mmm.home;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mmm.client.Json;

/**
 * One saved run: a JSON object per line, the header first, then what each sentence left behind. It
 * only grows, so that saving a sentence costs the same in a long run as in a short one.
 *
 * @param run its name, part of every Idempotency-Key
 */
public record RunFile(String run, Path file) {

  /** The lines in order. A last line that was cut while being written counts as not written. */
  public List<JsonNode> lines() {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : wholeLines().split("\n", -1)) {
      if (!line.isBlank()) {
        lines.add(Json.read(line));
      }
    }
    return lines;
  }

  /** Removes a last line that was cut, so that the next one does not become part of it. */
  public void repair() {
    if (!PrivateFiles.read(file).orElse("").equals(wholeLines())) {
      PrivateFiles.write(file, wholeLines());
    }
  }

  private String wholeLines() {
    String text = PrivateFiles.read(file).orElse("");
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  public void append(JsonNode line) {
    PrivateFiles.append(file, line + "\n");
  }
}
