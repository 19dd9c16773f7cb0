package org.mmm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mmm bench catch-up")
class BenchCatchUpTest {
  @TempDir private Path directory;

  @Test
  @DisplayName("starts nothing if so many Messages of so many Users cannot be measured")
  void wrongUse() {
    assertThat(catchUp("--letters", "0")).contains("1 to 10000 Messages", "not 0");
    assertThat(catchUp("--letters", "10001")).contains("not 10001");
    assertThat(catchUp("--users", "0")).contains("Users write, not 0");
    assertThat(catchUp("--users", "10,1", "--letters", "1001"))
        .contains("1001 Messages need more than 1 Users", "at most 1000");
  }

  private String catchUp(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "bench";
    words[1] = "catch-up";
    System.arraycopy(options, 0, words, 2, options.length);
    Mmm.Ended ended = new Mmm(directory).run(words);
    assertThat(ended.code()).isEqualTo(2);
    return ended.err();
  }
}
