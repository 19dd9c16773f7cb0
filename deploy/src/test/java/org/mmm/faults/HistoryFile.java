package org.mmm.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Histories as JSON lines: the setting, what was left in the end, then each deed. */
final class HistoryFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HistoryFile() {}

  static void write(Path file, History history) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      line(out, history.setting());
      line(out, history.aftermath());
      for (Op op : history.ops()) line(out, op);
    }
  }

  static History read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      Setting setting = JSON.readValue(in.readLine(), Setting.class);
      Aftermath aftermath = JSON.readValue(in.readLine(), Aftermath.class);
      List<Op> ops = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ops.add(JSON.readValue(line, Op.class));
      }
      return new History(setting, ops, aftermath);
    }
  }

  private static void line(Writer out, Object value) throws IOException {
    out.write(JSON.writeValueAsString(value));
    out.write('\n');
  }
}
