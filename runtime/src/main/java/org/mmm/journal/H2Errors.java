package org.mmm.journal;

import java.sql.SQLException;

/** Makes one line of what H2 says, which repeats the statement on lines of its own. */
final class H2Errors {
  private H2Errors() {}

  static String line(SQLException e) {
    var message = String.valueOf(e.getMessage());
    var end = message.indexOf("; SQL statement:");
    return (end < 0 ? message : message.substring(0, end))
        .lines()
        .findFirst()
        .orElse("no reason given");
  }
}
