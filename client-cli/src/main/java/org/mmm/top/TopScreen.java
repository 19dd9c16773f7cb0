package org.mmm.top;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * A screen that is drawn again and again, until q or Ctrl-C. However it ends, the terminal is left
 * as it was found: the other screen, the cursor, the echo of keys.
 */
public final class TopScreen {
  /** How soon a key, or another size of the window, is noticed. */
  private static final long LOOK_EVERY_MILLIS = 100;

  private static final int CTRL_C = 3;
  private static final int END_OF_INPUT = -1;

  private final Terminal terminal;
  private final Duration interval;
  private volatile boolean ended;
  private volatile boolean resized;

  /**
   * @param interval between two drawings
   */
  public TopScreen(Terminal terminal, Duration interval) {
    this.terminal = terminal;
    this.interval = interval;
  }

  /**
   * Draws until it is told to end.
   *
   * @param text what is to be seen, for a width and a height
   * @param more whether there is another drawing after this one
   */
  public void run(BiFunction<Integer, Integer, String> text, BooleanSupplier more)
      throws IOException {
    Thread hook = new Thread(this::leave, "leave-screen");
    Attributes before = terminal.enterRawMode();
    terminal.handle(Terminal.Signal.INT, signal -> ended = true);
    terminal.handle(Terminal.Signal.WINCH, signal -> resized = true);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      terminal.puts(Capability.enter_ca_mode);
      terminal.puts(Capability.cursor_invisible);
      do {
        draw(text);
        if (!more.getAsBoolean()) {
          return;
        }
        rest();
      } while (!ended);
    } finally {
      leave();
      terminal.setAttributes(before);
      forget(hook);
    }
  }

  private void draw(BiFunction<Integer, Integer, String> text) {
    int width = terminal.getWidth() > 0 ? terminal.getWidth() : 120;
    int height = terminal.getHeight() > 0 ? terminal.getHeight() : 40;
    resized = false;
    terminal.puts(Capability.cursor_home);
    var out = terminal.writer();
    text.apply(width, height)
        .lines()
        .limit(height - 1L)
        .forEach(
            line -> {
              out.print(line);
              terminal.puts(Capability.clr_eol);
              out.print("\r\n");
            });
    terminal.puts(Capability.clr_eos);
    terminal.flush();
  }

  /** Until it is time again, or a key says that it is the end. */
  private void rest() throws IOException {
    long end = System.nanoTime() + interval.toNanos();
    while (!ended && !resized && System.nanoTime() - end < 0) {
      int key = terminal.reader().read(LOOK_EVERY_MILLIS);
      ended |= key == 'q' || key == 'Q' || key == CTRL_C || key == END_OF_INPUT;
      if (key != NonBlockingReader.READ_EXPIRED && !ended) {
        return; // any other key draws at once
      }
    }
  }

  private synchronized void leave() {
    terminal.puts(Capability.cursor_normal);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endsAnyway) {
      return;
    }
  }
}
