package org.mmm.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** Runs {@code mmm} as a shell would, with a home of its own. */
final class Mmm {
  /** What a command left behind. */
  record Ended(int code, String out, String err) {}

  private final Path home;

  Mmm(Path home) {
    this.home = home;
  }

  Ended run(String... arguments) {
    return type("", arguments);
  }

  /** As {@link #run}, with something typed in. */
  Ended type(String typed, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings here =
        new Surroundings(
            Map.of("MMM_HOME", home.toString()),
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader(typed)),
            false);
    int code = Main.run(here, arguments);
    return new Ended(code, out.toString(), err.toString());
  }
}
