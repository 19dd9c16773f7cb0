package org.mmm.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Map;
import org.mmm.home.Home;
import org.mmm.print.Style;

/**
 * What a command finds around it.
 *
 * @param environment the variables it may read
 * @param out for data
 * @param err for messages
 * @param in what is typed or piped in
 * @param terminal whether a person is looking
 */
record Surroundings(
    Map<String, String> environment,
    PrintWriter out,
    PrintWriter err,
    BufferedReader in,
    boolean terminal) {
  private static final int USUAL_WIDTH = 120;

  Surroundings {
    environment = Map.copyOf(environment);
  }

  Home home() {
    return Home.of(environment);
  }

  /** Lines for a person fit the screen; those for a program are as long as they have to be. */
  int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    int screen = columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    return terminal ? screen : Integer.MAX_VALUE;
  }

  Style style() {
    return Style.of(environment, terminal);
  }
}
