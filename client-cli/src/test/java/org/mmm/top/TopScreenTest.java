package org.mmm.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The screen of mmm top")
@Timeout(60)
class TopScreenTest {
  private static final String OTHER_SCREEN = "\u001b[?1049h";
  private static final String FIRST_SCREEN = "\u001b[?1049l";
  private static final String NO_CURSOR = "\u001b[?25l";
  private static final String CURSOR = "\u001b[?25h";
  private static final Duration FOR_EVER = Duration.ofHours(1);

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PipedOutputStream keys = new PipedOutputStream();
  private final AtomicInteger drawn = new AtomicInteger();
  private Terminal terminal;

  @BeforeEach
  void open() throws Exception {
    terminal =
        new ExternalTerminal(
            "test", "xterm", new PipedInputStream(keys), screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(40, 5));
  }

  @AfterEach
  void close() throws Exception {
    terminal.close();
  }

  @Test
  @DisplayName("is left by q, with the terminal as it was")
  void quits() throws Exception {
    keys.write('q');
    keys.flush();
    new TopScreen(terminal, FOR_EVER).run(this::text, () -> true);
    assertLeft();
    assertThat(drawn).hasValue(1);
  }

  @Test
  @DisplayName("is left by Ctrl-C, with the terminal as it was")
  void interrupted() throws Exception {
    new TopScreen(terminal, FOR_EVER).run(this::text, this::ctrlC);
    assertLeft();
  }

  @Test
  @DisplayName("is left when what is drawn fails, with the terminal as it was")
  void fails() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    new TopScreen(terminal, FOR_EVER)
                        .run(
                            (width, height) -> {
                              throw new IllegalStateException("boom");
                            },
                            () -> true)))
        .hasMessage("boom");
    assertLeft();
  }

  @Test
  @DisplayName("is drawn again in another size when the window changes")
  void resizes() throws Exception {
    new TopScreen(terminal, FOR_EVER)
        .run(
            this::text,
            () -> {
              if (drawn.get() == 1) {
                terminal.setSize(new Size(70, 5));
                terminal.raise(Terminal.Signal.WINCH);
              }
              return drawn.get() < 2;
            });
    assertThat(shown()).contains("40 wide", "70 wide");
    assertLeft();
  }

  @Test
  @DisplayName("shows no more lines than there is room for")
  void fits() throws Exception {
    new TopScreen(terminal, FOR_EVER).run(this::text, () -> false);
    assertThat(shown()).contains("line 3", "fourth").doesNotContain("fifth");
  }

  private boolean ctrlC() {
    try {
      keys.write(3);
      keys.flush();
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(int width, int height) {
    drawn.incrementAndGet();
    return width + " wide\nline 2\nline 3\nfourth\nfifth\n";
  }

  private void assertLeft() {
    assertThat(shown()).contains(OTHER_SCREEN, NO_CURSOR);
    assertThat(shown().lastIndexOf(FIRST_SCREEN)).isGreaterThan(shown().lastIndexOf(OTHER_SCREEN));
    assertThat(shown().lastIndexOf(CURSOR)).isGreaterThan(shown().lastIndexOf(NO_CURSOR));
    assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON)).isTrue();
    assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isTrue();
  }

  private String shown() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
