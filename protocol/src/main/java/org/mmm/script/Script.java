package org.mmm.script;

import java.util.List;

/** A script: its lines in order, blank ones and comments included. */
public record Script(List<Line> lines) {
  public Script {
    lines = List.copyOf(lines);
  }
}
