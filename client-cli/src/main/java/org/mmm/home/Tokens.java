package org.mmm.home;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;

/**
 * The tokens of Processes in {@code tokens.json}, by the node that gave them. Those of all nodes of
 * a context are one: its owner says that they are one M-Instance. What a node says of itself is not
 * believed, since any could say so and would be handed the tokens of another.
 */
public final class Tokens {
  private final Path file;

  Tokens(Path file) {
    this.file = file;
  }

  public Optional<String> of(Context context, String process) {
    return Optional.ofNullable(all(context).get(process));
  }

  /**
   * Every token given by a node of the context, by ProcessID; the first node's if there are two.
   */
  public Map<String, String> all(Context context) {
    Map<String, String> tokens = new LinkedHashMap<>();
    PrivateFiles.read(file)
        .map(this::parse)
        .ifPresent(
            all ->
                context
                    .urls()
                    .forEach(
                        url ->
                            all.path(key(url))
                                .fields()
                                .forEachRemaining(
                                    one ->
                                        tokens.putIfAbsent(
                                            one.getKey(), one.getValue().asText()))));
    return tokens;
  }

  public void add(Context context, Map<String, String> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    change(
        all -> {
          // One of another node is older now, and would be found when that one is asked first.
          forget(all, context, tokens.keySet());
          ObjectNode here = all.withObjectProperty(key(context.url()));
          tokens.forEach(here::put);
        });
  }

  public void remove(Context context, Iterable<String> processes) {
    change(all -> forget(all, context, processes));
  }

  private static void forget(ObjectNode all, Context context, Iterable<String> processes) {
    for (URI url : context.urls()) {
      if (all.path(key(url)) instanceof ObjectNode here) processes.forEach(here::remove);
    }
  }

  private void change(java.util.function.Consumer<ObjectNode> change) {
    PrivateFiles.update(
        file,
        text -> {
          ObjectNode all = text.isEmpty() ? Json.object() : parse(text);
          change.accept(all);
          return all.toPrettyString() + "\n";
        });
  }

  /** Contexts come and go; a token belongs to the node that issued it. */
  private static String key(URI url) {
    return url.toString().replaceAll("/+$", "");
  }

  private ObjectNode parse(String text) {
    try {
      if (Json.read(text) instanceof ObjectNode all) {
        return all;
      }
      throw new IllegalArgumentException("not a JSON object");
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.FAILED, file + " is " + e.getMessage() + "; repair or remove it", e);
    }
  }
}
