package org.mmm.edge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mmm.pa.Reason;

/** Finds the endpoint of a request. */
final class Router {
  /**
   * Where a request goes.
   *
   * @param path what stands in the braces
   */
  record Match(Endpoint endpoint, Map<String, String> path) {}

  private final Map<String, Map<String, Endpoint>> literal = new HashMap<>();
  private final List<Endpoint> patterns = new ArrayList<>();

  Router(List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      if (endpoint.path().contains("{")) patterns.add(endpoint);
      else
        literal
            .computeIfAbsent(endpoint.path(), path -> new HashMap<>())
            .put(endpoint.method(), endpoint);
    }
  }

  /**
   * @param segments the path, decoded
   * @throws Refusal 404 if there is nothing, 405 if it takes another method
   */
  Match find(String method, List<String> segments) {
    String path = "/" + String.join("/", segments);
    Map<String, Match> found = new HashMap<>();
    literal
        .getOrDefault(path, Map.of())
        .forEach((m, endpoint) -> found.put(m, new Match(endpoint, Map.of())));
    for (Endpoint endpoint : patterns) {
      fit(endpoint, segments)
          .ifPresent(holes -> found.putIfAbsent(endpoint.method(), new Match(endpoint, holes)));
    }
    Match match = found.get(method.equals("HEAD") ? "GET" : method);
    if (match != null) return match;
    if (found.isEmpty()) {
      throw new Refusal(
          "route", Answer.error(404, Reason.INC_ID.wireName(), "there is nothing at " + cut(path)));
    }
    String allowed = String.join(", ", new TreeSet<>(found.keySet()));
    throw new Refusal(
        "route",
        Answer.error(405, Reason.FAULTY_PA.wireName(), cut(path) + " takes " + allowed + " alone")
            .with("Allow", allowed));
  }

  private static Optional<Map<String, String>> fit(Endpoint endpoint, List<String> segments) {
    String[] wanted = endpoint.path().substring(1).split("/");
    if (wanted.length != segments.size()) return Optional.empty();
    Map<String, String> holes = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        if (segments.get(i).isEmpty()) return Optional.empty();
        holes.put(wanted[i].substring(1, wanted[i].length() - 1), segments.get(i));
      } else if (!wanted[i].equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(holes);
  }

  private static String cut(String path) {
    return path.length() <= 200 ? path : path.substring(0, 200) + "...";
  }
}
