package org.mmm.script;

import java.util.Optional;

/** The text of a comment: one line, no blanks at its ends. */
final class Comments {
  private Comments() {}

  static void check(Optional<String> comment) {
    comment.ifPresent(
        c -> {
          if (!c.equals(c.strip()) || c.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a comment is one stripped line, was \"" + c + "\"");
          }
        });
  }
}
