package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.client.Json;
import org.mmm.home.Context;
import org.mmm.home.RunFile;
import org.mmm.interpreter.RunState;

/** Finds the run that a command goes on with, or begins one. */
final class Runs {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int NAME_LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Runs() {}

  /** A name that no other run has: it is part of IDs and keys on nodes shared with others. */
  static String newName() {
    StringBuilder name = new StringBuilder("r");
    for (int i = 1; i < NAME_LENGTH; i++) {
      name.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return name.toString();
  }

  /** Begins a run of those scripts; none for a run of single sentences. */
  static RunFile begin(Session session, long seed, List<ScriptFile> scripts) {
    String name = newName();
    ObjectNode header = Json.object();
    header.put("run", name).put("url", session.context().url().toString()).put("seed", seed);
    var files = header.putArray("scripts");
    scripts.forEach(s -> files.addObject().put("path", s.path()).put("sha256", s.sha256()));
    return session.runs().create(name, header);
  }

  /**
   * The run whose names a single sentence may use.
   *
   * @param named a run by name; null for the newest one on this node, or a new one
   */
  static RunState forSentence(Session session, @Nullable String named) {
    if (named != null) {
      return new RunState(session.runs().open(named));
    }
    return newest(session).orElseGet(() -> new RunState(begin(session, 0, List.of())));
  }

  /** The newest run on this node. */
  static Optional<RunState> newest(Session session) {
    return session.runs().newest(lines -> isOf(lines, session.context())).map(RunState::new);
  }

  /** The real ID of a name bound in the newest run on this node, or the name itself. */
  static String id(Session session, String name) {
    Optional<RunState> run = newest(session);
    int at = name.lastIndexOf('@');
    if (at <= 0) return run.flatMap(r -> r.binding(name)).orElse(name);
    String host = name.substring(at);
    return id(session, name.substring(0, at))
        + run.flatMap(r -> r.binding(host)).map(bound -> "@" + bound).orElse(host);
  }

  /** Whether it was begun at that M-Instance, or has gone over to it with "use". */
  static boolean isOf(List<JsonNode> lines, Context context) {
    if (lines.isEmpty()) return false;
    return context.urls().stream()
        .anyMatch(
            url ->
                url.toString().equals(Json.text(lines.get(0), "url"))
                    || lines.stream().anyMatch(line -> uses(line, url.getRawAuthority())));
  }

  private static boolean uses(JsonNode line, String authority) {
    for (var bound : line.path("bind").properties()) {
      if (bound.getKey().startsWith("@") && bound.getValue().asText().equals(authority))
        return true;
    }
    return false;
  }

  static boolean isFinished(List<JsonNode> lines) {
    return lines.stream().anyMatch(line -> line.path("finished").asBoolean());
  }
}
