package org.mmm.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The page on the frames")
class LivePageTest {
  private static final Path PAGE = Path.of("../docs/LIVE.md");
  private static final Map<String, Integer> SIZES = Map.of("u8", 1, "u16", 2, "i16", 2, "u32", 4);
  private static final Pattern ROW = Pattern.compile("\\| (\\d+)(?:-(\\d+))? \\| (\\w*) ?\\| .*");

  @ParameterizedTest(name = "{0}: {1} bytes")
  @DisplayName("has no hole and no overlap in its table of")
  @CsvSource({
    "RoomFrame, " + RoomFrameWriter.HEADER,
    "Member, " + RoomFrameWriter.MEMBER,
    "MotionFrame, " + MotionFrame.LENGTH
  })
  void countsEveryByte(String table, int length) throws IOException {
    int next = 0;
    for (String row : rows(table)) {
      var cells = ROW.matcher(row);
      assertThat(cells.matches()).as(row).isTrue();
      int first = Integer.parseInt(cells.group(1));
      int last = cells.group(2) == null ? first : Integer.parseInt(cells.group(2));
      assertThat(first).as(row).isEqualTo(next);
      if (!cells.group(3).isEmpty()) {
        assertThat(last - first + 1).as(row).isEqualTo(SIZES.get(cells.group(3)));
      }
      next = last + 1;
    }
    assertThat(next).as("bytes of a %s", table).isEqualTo(length);
  }

  @Test
  void showsJsonThatIsRead() throws IOException {
    var example =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("    {")).toList();
    assertThat(example).hasSize(1);
    assertThat(FrameJson.write(FrameJson.readMotion(example.get(0).strip())))
        .isEqualTo(example.get(0).strip());
  }

  private static List<String> rows(String table) throws IOException {
    List<String> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.equals("| Bytes | Type | " + table + " |")) inside = true;
      else if (inside && !line.startsWith("|")) break;
      else if (inside && !line.startsWith("|---")) rows.add(line);
    }
    return rows;
  }
}
