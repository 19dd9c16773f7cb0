package org.mmm.script;

import java.util.Optional;

/**
 * One line of a script.
 *
 * @param statement what it says; none if the line is blank or only a comment
 * @param comment its comment without the {@code #}, without blanks at its ends
 * @param source the statement as written, without comment; of a block only its first line
 */
public record Line(
    Optional<Statement> statement, Optional<String> comment, String source, SourcePosition at) {
  public Line {
    Comments.check(comment);
  }
}
