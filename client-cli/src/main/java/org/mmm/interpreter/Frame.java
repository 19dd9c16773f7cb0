package org.mmm.interpreter;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where in the loops a line stands.
 *
 * @param rounds the round of each loop around it, outermost first: empty or {@code .3.1}
 * @param variables the values of the loops' variables
 */
record Frame(String rounds, Map<String, String> variables) {
  static final Frame OUTSIDE = new Frame("", Map.of());

  Frame {
    variables = Map.copyOf(variables);
  }

  Frame round(int number) {
    return new Frame(rounds + "." + number, variables);
  }

  Frame with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new Frame(rounds, more);
  }
}
