package org.mmm.home;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;

/** The tokens of Processes in {@code tokens.json}, kept apart by the node that gave them. */
public final class Tokens {
  private final Path file;

  Tokens(Path file) {
    this.file = file;
  }

  public Optional<String> of(Context context, String process) {
    return Optional.ofNullable(all(context).get(process));
  }

  /** Every token given by the context's node, by ProcessID. */
  public Map<String, String> all(Context context) {
    Map<String, String> tokens = new LinkedHashMap<>();
    PrivateFiles.read(file)
        .map(this::parse)
        .ifPresent(
            all ->
                all.path(key(context))
                    .fields()
                    .forEachRemaining(one -> tokens.put(one.getKey(), one.getValue().asText())));
    return tokens;
  }

  public void add(Context context, Map<String, String> tokens) {
    if (tokens.isEmpty()) {
      return;
    }
    change(
        all -> {
          ObjectNode here = all.withObjectProperty(key(context));
          tokens.forEach(here::put);
        });
  }

  public void remove(Context context, Iterable<String> processes) {
    change(
        all -> {
          ObjectNode here = all.withObjectProperty(key(context));
          processes.forEach(here::remove);
        });
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
  private static String key(Context context) {
    return context.url().toString().replaceAll("/+$", "");
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
