package org.mmm.script;

import java.util.List;
import java.util.Optional;

/**
 * The lines between {@code {} and {@code }}.
 *
 * @param closingComment the comment behind the closing brace
 */
public record Block(List<Line> lines, Optional<String> closingComment) {
  public Block {
    lines = List.copyOf(lines);
    Comments.check(closingComment);
  }
}
