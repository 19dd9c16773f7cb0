package org.mmm.cli;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that a person sits at. */
final class Terminals {
  private Terminals() {}

  /**
   * JLine asks a terminal what it can, and takes whatever comes next for its answer: what was typed
   * ahead would be lost. It does not ask one that is known to give no answer.
   */
  static Terminal open() throws IOException {
    return TerminalBuilder.builder()
        .name("mmm")
        .dumb(true)
        .graphemeCluster(false)
        .env(name -> name.equals("TERM_PROGRAM") ? "Apple_Terminal" : System.getenv(name))
        .build();
  }
}
