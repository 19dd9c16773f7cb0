package org.mmm.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mmm.client.Json;
import org.mmm.home.RunFile;

/**
 * What a run knows: bindings, tokens, and which steps are done. Each change is in the file before
 * the next sentence is sent, so a run that was cut goes on with the same names and the same keys.
 */
public final class RunState {
  private final RunFile file;
  private final Map<String, String> bindings = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, Boolean> done = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Set<String> promised = ConcurrentHashMap.newKeySet();

  /** The state that the file tells. */
  public RunState(RunFile file) {
    this.file = file;
    file.repair();
    file.lines().forEach(this::restore);
  }

  public String name() {
    return file.run();
  }

  public Optional<String> binding(String name) {
    return Optional.ofNullable(bindings.get(name));
  }

  /** Every name bound, for completion. */
  public Set<String> names() {
    return Set.copyOf(bindings.keySet());
  }

  public Optional<String> token(String process) {
    return Optional.ofNullable(tokens.get(process));
  }

  public Map<String, String> tokens() {
    return Map.copyOf(tokens);
  }

  /** Binds a name, anew if it was bound before, and returns what it is bound to. */
  synchronized String bind(String name, String id) {
    promised.remove(name);
    if (id.equals(bindings.put(name, id))) {
      return id;
    }
    ObjectNode line = Json.object();
    line.putObject("bind").put(name, id);
    file.append(line);
    return id;
  }

  synchronized void learn(Map<String, String> given) {
    if (given.isEmpty() || tokens.entrySet().containsAll(given.entrySet())) {
      return;
    }
    tokens.putAll(given);
    ObjectNode line = Json.object();
    ObjectNode all = line.putObject("tokens");
    given.forEach(all::put);
    file.append(line);
  }

  /** Whether the step was done, and if so whether it ended as it should. */
  Optional<Boolean> outcome(Step step) {
    return Optional.ofNullable(done.get(step.path()));
  }

  synchronized void done(Step step, boolean passed) {
    done.put(step.path(), passed);
    file.append(Json.object().put("step", step.path()).put("passed", passed));
  }

  /** Notes that the script is through; there is nothing left to resume. */
  public synchronized void finish() {
    file.append(Json.object().put("finished", true));
  }

  /** Notes that a name was taken for a real ID, so that no expectation binds it any more. */
  void used(String name) {
    used.add(name);
  }

  boolean wasUsed(String name) {
    return used.contains(name);
  }

  /** Notes that a sentence that failed was to bind the name. */
  void promise(String name) {
    if (!bindings.containsKey(name)) {
      promised.add(name);
    }
  }

  boolean wasToBeBound(String name) {
    return promised.contains(name);
  }

  private void restore(JsonNode line) {
    line.path("bind")
        .fields()
        .forEachRemaining(b -> bindings.put(b.getKey(), b.getValue().asText()));
    line.path("tokens")
        .fields()
        .forEachRemaining(t -> tokens.put(t.getKey(), t.getValue().asText()));
    String step = Json.text(line, "step");
    if (step != null) {
      done.put(step, line.path("passed").asBoolean());
    }
  }
}
