package org.mmm.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;

/** Asks for secrets where neither the list of processes nor the history of the shell shows them. */
final class Secrets {
  private Secrets() {}

  /**
   * @param file where the secret stands, or null to ask the person or read a line of what is piped
   *     in
   */
  static String read(Surroundings here, String what, @Nullable Path file) {
    String secret = file != null ? ofFile(file) : ofPerson(here, what);
    if (secret.isBlank()) {
      throw new Failure(ExitCode.USAGE, "no " + what + " was given");
    }
    return secret.strip();
  }

  /** A secret that is made up just now: who types it unseen types it twice. */
  static String readNew(Surroundings here, String what, @Nullable Path file) {
    String secret = read(here, what, file);
    boolean typed = file == null && here.terminal() && System.console() != null;
    if (typed && !secret.equals(read(here, what + ", once more", null))) {
      throw new Failure(ExitCode.USAGE, "these are two different ones; try again");
    }
    return secret;
  }

  private static String ofFile(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Failure(ExitCode.NOT_FOUND, "cannot read " + file, e);
    }
  }

  private static String ofPerson(Surroundings here, String what) {
    Console console = here.terminal() ? System.console() : null;
    if (console != null) {
      char[] typed = console.readPassword("%s: ", what);
      return typed == null ? "" : new String(typed);
    }
    try {
      String line = here.in().readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot read the " + what, e);
    }
  }
}
