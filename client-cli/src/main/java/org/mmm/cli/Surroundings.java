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
  Surroundings {
    environment = Map.copyOf(environment);
  }

  Home home() {
    return Home.of(environment);
  }

  Style style() {
    return Style.of(environment, terminal);
  }
}
