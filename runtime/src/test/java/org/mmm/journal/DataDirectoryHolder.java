package org.mmm.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A process that opens a data directory, says how that went, and keeps it until it is killed. */
final class DataDirectoryHolder {
  private DataDirectoryHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (var directory = DataDirectory.open(Path.of(arguments[0]))) {
      System.out.println(directory.path().toString().isEmpty() ? "nowhere" : "held");
      System.in.read();
    } catch (DataDirectoryException e) {
      System.out.println(e.getMessage());
    }
  }
}
